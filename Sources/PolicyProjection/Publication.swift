package import PolicyModel

/// What the sites are made from on one day: the policies that bind, those that are about to, and the
/// common text that all inherit.
package struct Publication: Sendable {
  package struct Entry: Sendable {
    /// The text that the page shows: in force, else the next one, else the last one of a retired policy.
    package var policy: Policy
    /// Whether its effective day lies ahead.
    package var isUpcoming: Bool
    /// Every released version up to today and those ahead, oldest first, the shown one included.
    package var versions: [Version]
    /// Set once the policy has ended.
    package var retired: Retired?
    /// In a preview of a working tree: why readers do not get these words.
    package var mark: Mark?
    /// The text that the page shows, in other languages.
    package var translations: [Translated] = []

    package init(
      policy: Policy, isUpcoming: Bool, versions: [Version] = [], retired: Retired? = nil,
      mark: Mark? = nil
    ) {
      self.policy = policy
      self.isUpcoming = isUpcoming
      self.versions = versions
      self.retired = retired
      self.mark = mark
    }

    /// Released versions whose day lies ahead of today, other than the shown one.
    package func ahead(of day: CalendarDate) -> [Version] {
      versions.filter { $0.from > day && $0.number != policy.facts.version?.value }
    }

    /// The version whose text is shown; `nil` in a preview, which knows of no versions.
    package var shownVersion: Version? {
      versions.first { $0.number == policy.facts.version?.value }
    }
  }

  /// A released version, with its last approved text.
  package struct Version: Sendable {
    package var number: Int
    package var policy: Policy
    /// The day from which it binds, and the first on which it no longer does.
    package var from: CalendarDate
    package var until: CalendarDate?
    /// The days on which approved words that the public reads replaced others without a new version,
    /// oldest first.
    package var amended: [CalendarDate]
    /// The same for all words: what only moderators may know.
    package var amendedInside: [CalendarDate]

    package init(
      number: Int, policy: Policy, from: CalendarDate, until: CalendarDate?,
      amended: [CalendarDate], amendedInside: [CalendarDate]? = nil
    ) {
      self.number = number
      self.policy = policy
      self.from = from
      self.until = until
      self.amended = amended
      self.amendedInside = amendedInside ?? amended
    }

    /// What changed with this version: the first entry of its number in the change log.
    package var change: Policy.Change? { ownChanges.first }

    /// What the last amendment corrected: further entries of class `editorial` say so, each below the
    /// one before.
    package var correction: Policy.Change? {
      amended.isEmpty ? nil : ownChanges.dropFirst().last { $0.changeClass == .editorial }
    }

    private var ownChanges: [Policy.Change] {
      policy.facts.changes.filter { $0.version == number }
    }
  }

  /// What a preview says of words that readers do not get.
  package struct Mark: Sendable, Hashable {
    /// One word or two, for lists.
    package var label: String
    /// One sentence or two, for the pages of the policy.
    package var words: String

    package init(_ label: String, _ words: String) {
      self.label = label
      self.words = words
    }
  }

  package struct Retired: Sendable, Hashable, Encodable {
    package var on: CalendarDate
    package var reason: String
    /// The id of a published policy.
    package var replacedBy: String?

    package init(on: CalendarDate, reason: String, replacedBy: String?) {
      self.on = on
      self.reason = reason
      self.replacedBy = replacedBy
    }
  }

  package var workspace: Workspace
  /// By id.
  package var entries: [Entry]
  package var common: Policy?
  /// The common text in other languages.
  package var commonTranslations: [Translated] = []
  package var today: CalendarDate

  /// Takes what stands in iteration in one tree, whoever approved it, and what has a mark, by its id;
  /// other drafts and retired policies are left out. For previews, and for workspaces in which nobody
  /// is asked.
  package init(
    workspace: Workspace, policies: some Sequence<Policy>, common: Policy?, today: CalendarDate,
    marks: [String: Mark] = [:]
  ) {
    let shown = policies.filter {
      $0.facts.stage?.value == .iteration || marks[$0.id] != nil
    }
    let entries = shown.map { policy in
      Entry(
        policy: policy, isUpcoming: policy.facts.effective.map { $0.value > today } ?? false,
        mark: marks[policy.id])
    }
    self.init(workspace: workspace, entries: entries, common: common, today: today)
  }

  package init(
    workspace: Workspace, entries: [Entry], common: Policy?, today: CalendarDate
  ) {
    self.workspace = workspace
    self.common = common
    self.today = today
    self.entries = entries.sorted { $0.policy.id < $1.policy.id }
  }
}
