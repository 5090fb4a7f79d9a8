package import PolicyModel
import PolicyReading
import PolicySite

/// The portfolio: every policy with its stage, its version and what comes next.
package struct ListJob: Sendable {
  package var checked: CheckedWorkspace
  package var today: CalendarDate
  package var stage: Stage?
  package var theme: Theme?
  package var owner: String?
  /// What history says of each policy.
  package var state = PortfolioState()

  package init(
    checked: CheckedWorkspace, today: CalendarDate, stage: Stage? = nil, theme: Theme? = nil,
    owner: String? = nil
  ) {
    self.checked = checked
    self.today = today
    self.stage = stage
    self.theme = theme
    self.owner = owner
  }

  package struct Row: Sendable, Encodable {
    package var id: String
    package var title: String
    package var theme: Theme?
    package var stage: Stage?
    package var version: Int?
    /// The round that is open.
    package var round: Int?
    /// The groups for which it waits; `nil` without a round, and where it cannot be told.
    package var waitingFor: [String]?
    package var owner: String?
    /// The next day on which something is due or begins, and what.
    package var nextDate: CalendarDate?
    package var next: String?
    package var errors: Int
    package var path: String
  }

  package func rows() -> [Row] {
    let errors = Dictionary(
      grouping: checked.findings.filter { $0.severity == .error },
      by: { $0.location?.path ?? "" })
    return checked.files.readings.compactMap { reading -> Row? in
      guard let policy = reading.policy else {
        return Row(
          id: "?", title: "(cannot be read)", errors: errors[reading.source.path]?.count ?? 0,
          path: reading.source.path)
      }
      return row(policy, errors: errors[reading.source.path]?.count ?? 0)
    }.filter(matches).sorted { ($0.id, $0.path) < ($1.id, $1.path) }
  }

  /// What to say about an `owner` who is nobody here; `nil` where there is such a person, or one who
  /// owns a policy.
  package var ownerHint: String? {
    guard let owner, checked.folder.settings.people[owner.lowercased()] == nil,
      !owners.contains(owner.lowercased())
    else { return nil }
    let words = "`\(TerminalText.safe(owner))` owns no policy, and is not among `people`."
    return words + (nearest(to: owner).map { " Did you mean `\($0)`?" } ?? "")
  }

  /// The address that was most likely meant; a name stands for its address.
  private func nearest(to owner: String) -> String? {
    let people = checked.folder.settings.people
    let addresses = Set(people.keys).union(owners)
    if let address = nearestName(to: owner, among: addresses.sorted()) { return address }
    guard let name = nearestName(to: owner, among: people.values.map(\.name).sorted()) else {
      return nil
    }
    return people.filter { $0.value.name == name }.keys.min()
  }

  private var owners: Set<String> {
    Set(checked.files.readings.compactMap { $0.policy?.facts.owner?.value })
  }

  private func matches(_ row: Row) -> Bool {
    (stage == nil || row.stage == stage) && (theme == nil || row.theme == theme)
      && (owner == nil || row.owner == owner?.lowercased())
  }

  private func row(_ policy: Policy, errors: Int) -> Row {
    let facts = policy.facts
    let next = next(facts)
    let round = facts.rounds.last { $0.closed == nil }?.number
    return Row(
      id: facts.id.value, title: facts.title?.value ?? "", theme: facts.theme?.value,
      stage: facts.stage?.value, version: facts.version?.value,
      round: round, waitingFor: round.flatMap { _ in state.waiting[facts.id.value] },
      owner: facts.owner?.value,
      nextDate: next?.0, next: next?.1, errors: errors, path: policy.source.path)
  }

  /// Where there is no history, the dates of the file are all that is known.
  private func next(_ facts: Policy.Facts) -> (CalendarDate, String)? {
    if state.isKnown { return state.next[facts.id.value].map { ($0.day, $0.what) } }
    guard facts.stage?.value == .iteration, let effective = facts.effective?.value else {
      return nil
    }
    if effective > today { return (effective, "in force") }
    let general = checked.folder.settings.lifecycle.requirements(for: facts.theme?.value)
      .reviewEvery
    var every = general
    if let own = facts.reviewEvery?.value, own.approximateDays < general.approximateDays {
      every = own
    }
    return (effective.adding(every), "review due")
  }
}
