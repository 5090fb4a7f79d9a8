package import PolicyModel

/// What the sites are made from on one day: the policies that bind, those that are about to, and the
/// common text that all inherit.
package struct Publication: Sendable {
  package struct Entry: Sendable {
    package var policy: Policy
    /// Whether its effective day lies ahead.
    package var isUpcoming: Bool

    package init(policy: Policy, isUpcoming: Bool) {
      self.policy = policy
      self.isUpcoming = isUpcoming
    }
  }

  package var workspace: Workspace
  /// By id.
  package var entries: [Entry]
  package var common: Policy?
  package var today: CalendarDate

  /// Takes what stands in iteration; drafts and retired policies are left out.
  package init(
    workspace: Workspace, policies: some Sequence<Policy>, common: Policy?, today: CalendarDate
  ) {
    self.workspace = workspace
    self.common = common
    self.today = today
    entries = policies.filter { $0.facts.stage?.value == .iteration }
      .sorted { $0.id < $1.id }
      .map { policy in
        Entry(
          policy: policy, isUpcoming: policy.facts.effective.map { $0.value > today } ?? false)
      }
  }
}

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
  }

  package var entries: [Entry]
  private let byID: [String: Int]

  package init(_ publication: Publication) {
    let entries = publication.entries.map { entry in
      let facts = entry.policy.facts
      return Entry(
        id: facts.id.value, title: facts.title?.value ?? facts.id.value,
        summary: facts.summary?.value ?? "", theme: facts.theme?.value ?? .quality,
        synonyms: facts.synonyms.map(\.value), rules: entry.policy.rules.map(\.id.value),
        version: facts.version?.value ?? 1, announced: facts.announced?.value,
        effective: facts.effective?.value, isUpcoming: entry.isUpcoming,
        changes: HelpArticle.changes(of: facts))
    }
    self.entries = entries
    byID = Dictionary(
      entries.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  package subscript(id: String) -> Entry? { byID[id].map { entries[$0] } }
}
