import CommonMark
package import PolicyModel
package import PolicyProjection
package import PolicyReading

extension WorkspaceHistory {
  /// What the sites show on a day: the approved words, read again as they were judged.
  ///
  /// Where a text was read already, as it was judged, it is not read again.
  package func publication(
    workspace: Workspace, on day: CalendarDate, read known: [PolicyReading] = []
  ) async -> Publication {
    let plan = PublicationPlan(lines, on: day)
    let texts = await texts(of: plan.candidates, known, workspace.headings)
    let shown = Set(plan.items.map(\.id))
    let candidates = plan.items.map(\.shown) + [plan.common].compactMap(\.self)
    let translations = await PublishedTranslations.load(
      of: candidates.compactMap { candidate in
        texts[candidate.key].map { .init(candidate: candidate, text: $0) }
      }, self, workspace: workspace, on: day)
    let entries = plan.items.compactMap { item -> Publication.Entry? in
      guard let policy = texts[item.shown.key] else { return nil }
      var entry = Publication.Entry(
        policy: policy, isUpcoming: item.isUpcoming,
        versions: item.versions.compactMap { version in
          texts[version.candidate.key].map {
            Publication.Version(
              number: version.candidate.version, policy: $0, from: version.from,
              until: version.until, amended: version.amended,
              amendedInside: version.amendedInside)
          }
        },
        retired: item.retirement.map { retirement in
          Publication.Retired(
            on: retirement.on, reason: retirement.reason,
            replacedBy: retirement.replacedBy.flatMap { shown.contains($0) ? $0 : nil })
        })
      entry.translations = translations[item.id] ?? []
      return entry
    }
    var publication = Publication(
      workspace: workspace, entries: entries, common: plan.common.flatMap { texts[$0.key] },
      today: day)
    publication.commonTranslations = translations["common"] ?? []
    return publication
  }

  /// The policies in iteration of which readers see nothing.
  func unseen(on day: CalendarDate) -> [String] {
    lines.values.filter { $0.id != "common" && $0.showsNothing(on: day) }.map(\.id).sorted()
  }

  /// The text of a candidate, under the headings by which it was judged.
  package func text(of candidate: Candidate) -> Policy? {
    var settings = loaded.settings
    guard let bytes = settings.blobs[candidate.snapshot.blob] else { return nil }
    let headings = settings.workspace(candidate.settings)?.headings ?? [:]
    return Self.read(candidate, bytes, headings)
  }

  private func texts(
    of candidates: [Candidate], _ known: [PolicyReading], _ knownHeadings: [PartKind: String]
  ) async -> [Candidate.Key: Policy] {
    var settings = loaded.settings
    let read = Dictionary(
      known.map { ($0.source.path, $0) }, uniquingKeysWith: { first, _ in first })
    let all = candidates.map { candidate in
      (
        candidate: candidate, bytes: settings.blobs[candidate.snapshot.blob],
        headings: settings.workspace(candidate.settings)?.headings ?? [:]
      )
    }
    let policies = await concurrentMap(all) { text in
      text.bytes.flatMap { bytes in
        if let reading = read[text.candidate.snapshot.path], reading.source.text.bytes == bytes,
          text.headings == knownHeadings, text.candidate.snapshot.id != "common"
        {
          return reading.policy
        }
        return Self.read(text.candidate, bytes, text.headings)
      }
    }
    var texts: [Candidate.Key: Policy] = [:]
    for (candidate, policy) in zip(candidates, policies) { texts[candidate.key] = policy }
    return texts
  }

  private static func read(
    _ candidate: Candidate, _ bytes: [UInt8], _ headings: [PartKind: String]
  ) -> Policy? {
    PolicyReader(headings: HeadingTable(headings: headings)).read(
      SourceFile(path: candidate.snapshot.path, text: SourceText(bytes)),
      as: candidate.snapshot.id == "common" ? .common : .policy
    ).policy
  }
}

extension Candidate {
  /// What its text depends on.
  struct Key: Hashable, Sendable {
    var blob: ObjectID
    var path: String
    var settings: ObjectID?
  }

  var key: Key { Key(blob: snapshot.blob, path: snapshot.path, settings: settings) }
}
