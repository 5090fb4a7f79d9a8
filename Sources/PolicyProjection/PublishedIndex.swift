package import PolicyModel
internal import Synchronization

/// What one page needs to know of other policies: nothing about a draft can be in it.
package struct PublishedIndex: Sendable {
  package struct Entry: Sendable, Hashable, Encodable {
    package var id: String
    package var title: String
    package var summary: String
    package var theme: Theme
    package var synonyms: [String]
    package var rules: [String]
    package var version: Int
    package var announced: CalendarDate?
    package var effective: CalendarDate?
    package var isUpcoming: Bool
    package var changes: [HelpArticle.Change]
    /// Set once the policy has ended.
    package var retired: Publication.Retired?
    /// In a preview: why readers do not get these words.
    package var mark: Publication.Mark?
    /// When what its page says changed last.
    package var modified: CalendarDate?
    /// The permanent addresses of the versions that search engines should find.
    package var versionPages: [VersionPage]

    package struct VersionPage: Sendable, Hashable {
      package var path: String
      package var modified: CalendarDate?
    }

    /// What `policies.json` says of a policy.
    private enum CodingKeys: String, CodingKey {
      case id, title, summary, theme, synonyms, rules, version, announced, effective, isUpcoming
      case changes, retired
    }
  }

  private let all: [Entry]
  private let byID: [String: Int]
  private var lookups: Lookups?

  package init(_ publication: Publication) {
    let ids = Set(publication.entries.map(\.policy.id))
    let entries = publication.entries.map { Entry($0, ids: ids, today: publication.today) }
    all = entries
    byID = Dictionary(
      entries.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// By id.
  package var entries: [Entry] {
    lookups?.note(Lookups.everything)
    return all
  }

  package subscript(id: String) -> Entry? {
    lookups?.note(id)
    return byID[id].map { all[$0] }
  }

  /// The same index, which notes for whom somebody asks it.
  package func noting(in lookups: Lookups) -> PublishedIndex {
    var index = self
    index.lookups = lookups
    return index
  }

  /// The ids for which an index was asked: what was made with it depends on no other entry.
  package final class Lookups: Sendable {
    /// Stands for all entries at once; no id is written so.
    package static let everything = "*"

    private let names = Mutex<Set<String>>([])

    package init() {}

    package var sorted: [String] { names.withLock { $0.sorted() } }

    fileprivate func note(_ name: String) { names.withLock { _ = $0.insert(name) } }
  }

  /// Those that have not ended: what lists show.
  package var current: [Entry] { entries.filter { $0.retired == nil } }

  package var ended: [Entry] { entries.filter { $0.retired != nil } }
}

extension PublishedIndex.Entry {
  /// - Parameters:
  ///   - entry: the policy.
  ///   - ids: of all that are published.
  ///   - today: the day on which the sites are true.
  fileprivate init(_ entry: Publication.Entry, ids: Set<String>, today: CalendarDate) {
    let facts = entry.policy.facts
    id = facts.id.value
    title = facts.title?.value ?? facts.id.value
    summary = facts.summary?.value ?? ""
    theme = facts.theme?.value ?? .quality
    synonyms = facts.synonyms.map(\.value)
    rules = entry.policy.rules.map(\.id.value)
    version = facts.version?.value ?? 1
    announced = facts.announced?.value
    effective = entry.shownVersion?.from ?? facts.effective?.value
    isUpcoming = entry.isUpcoming
    changes = HelpArticle.changes(of: entry)
    retired = entry.retired.map { retired in
      var retired = retired
      if let id = retired.replacedBy, !ids.contains(id) { retired.replacedBy = nil }
      return retired
    }
    mark = entry.mark
    modified = Self.modified(entry, today)
    versionPages = entry.versions.filter { version in
      entry.retired == nil && version.number >= facts.version?.value ?? 1
    }.map { version in
      VersionPage(
        path: HelpArticle.Release(version, of: entry.policy.id).path,
        modified: Self.modified(version, today))
    }
  }

  /// An upcoming text counts from its announcement: that day the page began to speak of it.
  private static func modified(_ entry: Publication.Entry, _ today: CalendarDate) -> CalendarDate? {
    let facts = entry.policy.facts
    guard !entry.versions.isEmpty else {
      let effective = facts.effective?.value
      return entry.isUpcoming ? facts.announced?.value ?? effective : effective
    }
    let versions = entry.versions.filter { $0.number >= facts.version?.value ?? 1 }
    return (versions.map { modified($0, today) } + [entry.retired?.on]).compactMap(\.self).max()
  }

  private static func modified(
    _ version: Publication.Version, _ today: CalendarDate
  ) -> CalendarDate? {
    ([version.policy.facts.announced?.value, version.from] + version.amended)
      .compactMap(\.self).filter { $0 <= today }.max()
  }
}
