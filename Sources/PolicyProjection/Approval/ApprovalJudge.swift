package import PolicyModel

/// Judges the scopes of one policy in one tree.
package struct ApprovalJudge: Sendable {
  package let judge: RecordJudge
  /// The records of this policy that are proven, and those that are not, with the reason.
  package let proven: [RecordFile]
  package let unproven: [(record: RecordFile, refusal: Refusal)]
  /// Who wrote the words of each scope since they were last approved.
  package let authors: [Scope: Set<String>]
  /// The first landing whose commits told so of each of them.
  let tellings: [Scope: [String: ObjectID]]
  /// Objections, as they were accepted where they landed.
  let raised: [RecordFile]
  /// The scopes for which each of them has fallen, by the name of its record: what fell where it
  /// landed does not come back when its maker leaves.
  package private(set) var fallen: [String: Set<Scope>]
  /// The theme of what was approved last: its groups are asked too, so that nobody chooses their judges
  /// by a change of theme.
  let approvedTheme: Theme?
  /// For words that were approved and replaced, the landing that replaced them: only records that came
  /// later bring them back.
  let superseded: [Scope: [String: Int]]
  /// The landing with which each round was closed: what came later changes no outcome.
  let closings: [Int: Int]

  package init(
    settings: JudgingSettings, revoked: Revocations, snapshot: PolicySnapshot,
    records: [RecordFile], authors: [Scope: Set<String>],
    tellings: [Scope: [String: ObjectID]] = [:], raised: [RecordFile]? = nil,
    fallen: [String: Set<Scope>] = [:], approvedTheme: Theme? = nil,
    superseded: [Scope: [String: Int]] = [:], closings: [Int: Int] = [:]
  ) {
    judge = RecordJudge(settings: settings, revoked: revoked, snapshot: snapshot)
    // An address that `people` has come to list since is its person's as well.
    self.authors = authors.mapValues { Set($0.map(settings.person)) }
    self.tellings = tellings
    var proven: [RecordFile] = []
    var unproven: [(record: RecordFile, refusal: Refusal)] = []
    for record in records {
      if let refusal = judge.refusal(of: record) {
        unproven.append((record, refusal))
      } else {
        proven.append(record)
      }
    }
    self.proven = proven
    self.unproven = unproven
    self.raised = raised ?? records.filter(judge.isOwnObjection)
    self.approvedTheme = approvedTheme
    self.superseded = superseded
    self.closings = closings
    self.fallen = fallen
    self.fallen.merge(self.fallen(of: self.raised)) { $0.union($1) }
  }

  package var snapshot: PolicySnapshot { judge.snapshot }
  package var settings: JudgingSettings { judge.settings }

  package func objections() -> Objections {
    Objections(to: snapshot.version, raised: raised, fallen: fallen)
  }

  /// The records of rounds that an earlier landing had closed.
  package var late: [RecordFile] {
    (proven + unproven.map(\.record)).filter { record in
      guard case .round(let number)? = record.signOff?.purpose,
        let closed = closings[number], let landed = record.landed
      else { return false }
      return landed > closed
    }
  }

  /// The groups of an urgent release, and of the theme that was approved last; none where one of them
  /// entitles nobody.
  package var urgentGroups: [String] {
    let themes = [snapshot.theme] + (approvedTheme.map { [$0] } ?? [])
    let asked = themes.map { settings.requirements(for: $0).urgentGroups }
    guard asked.allSatisfy({ !$0.isEmpty }) else { return [] }
    return asked.joined().reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The members of `lifecycle.overrule`, also by the theme that was approved last.
  var overrulers: Set<String> {
    guard let approvedTheme else { return judge.overrulers }
    return judge.overrulers.intersection(
      settings.members(ofAny: settings.requirements(for: approvedTheme).overruleGroups))
  }

  /// The groups that must approve a scope.
  package func groups(for scope: Scope) -> [String] {
    var groups = settings.groups(for: scope, theme: snapshot.theme)
    if let approvedTheme, approvedTheme != snapshot.theme {
      for group in settings.groups(for: scope, theme: approvedTheme)
      where !groups.contains(group) { groups.append(group) }
    }
    return groups
  }

  /// By the sign-offs of review rounds, or of `purpose` for `retire` and urgent releases. The groups
  /// of the gate are asked unless others are named.
  package func verdict(
    of scope: Scope, purpose: SignOff.Purpose? = nil, groups asked: [String]? = nil
  ) -> ScopeVerdict {
    let asked = asked ?? self.groups(for: scope)
    guard !asked.isEmpty else {
      return ScopeVerdict(scope: scope, ground: .nobodyAsked, groups: [], objections: [])
    }
    let objections = objections().to(scope).map(\.record)
    let states = hearing(on: scope, purpose).states(of: asked)
    let approvals = states.compactMap(\.approval)
    let isApproved = approvals.count == asked.count && objections.isEmpty
    return ScopeVerdict(
      scope: scope,
      ground: isApproved ? (purpose == .urgent ? .urgent(approvals) : .groups(approvals)) : nil,
      groups: states, objections: objections)
  }

  /// Who may speak about words of these scopes; `others` are authors of them as well.
  package func speakers(on scopes: [Scope], besides others: [String] = []) -> Speakers {
    Speakers(
      settings: settings,
      authors: Set(scopes.flatMap { authors[$0] ?? [] }).union(others.map(settings.person)),
      tellings: scopes.reduce(into: [:]) { all, scope in
        all.merge(tellings[scope] ?? [:]) { first, _ in first }
      }, overrulers: overrulers)
  }
}
