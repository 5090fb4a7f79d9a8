package import PolicyModel

extension HelpArticle {
  /// A released version, without its text.
  package struct Release: Sendable, Hashable, Encodable {
    package var number: Int
    /// The day from which it binds, and the first on which it no longer does.
    package var from: CalendarDate
    package var until: CalendarDate?
    /// The day of the last amendment.
    package var corrected: CalendarDate?
    /// What the last amendment corrected, where the change log says so.
    package var correction: String?
    /// Its permanent address, from the root of the site.
    package var path: String

    init(_ version: Publication.Version, of id: String) {
      number = version.number
      from = version.from
      until = version.until
      corrected = version.amended.last
      correction = version.correction?.summary
      path = "\(id)/v/\(version.number)/"
    }

    fileprivate var neverBound: Bool { until.map { $0 <= from } ?? false }
  }

  /// How a version stands on the day of the build.
  package enum Standing: Sendable, Hashable {
    case past, inForce, upcoming
    /// A later version, or the end of the policy, came before its day.
    case neverBound
  }

  /// How `release` stands, where this is the text that the policy's page shows.
  package func standing(of release: Release) -> Standing {
    if release.neverBound { return .neverBound }
    if release.number > version || isUpcoming { return .upcoming }
    return release.number == version && retired == nil ? .inForce : .past
  }

  /// The version that this text is; `nil` in a preview.
  package var release: Release? { versions?.first { $0.number == version } }

  /// Where this is the text in force: the versions that will take its place.
  package var laterReleases: [Release] {
    (versions ?? []).filter { $0.number > version && !$0.neverBound }
  }

  /// The change log, newest first: of each version what its own text says, since that was approved.
  /// A preview knows only the list in the file.
  static func changes(of entry: Publication.Entry) -> [Change] {
    guard entry.versions.isEmpty else {
      return entry.versions.reversed().compactMap { version in
        version.change.map {
          Change(
            version: version.number, changeClass: $0.changeClass, summary: $0.summary,
            effective: version.from)
        }
      }
    }
    let facts = entry.policy.facts
    return facts.changes.map {
      Change(
        version: $0.version, changeClass: $0.changeClass, summary: $0.summary,
        effective: $0.version == facts.version?.value ? facts.effective?.value : nil)
    }
  }
}
