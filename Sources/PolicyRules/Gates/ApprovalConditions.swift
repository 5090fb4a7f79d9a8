import PolicyModel
import PolicyProjection

extension GateJudge {
  /// Every group that the gate asks has approved these words.
  func approval(of scope: Scope) -> GateCondition {
    condition(for: line.verdict(of: scope, by: judge, isForGate: true))
  }

  /// What an urgent release needs in place of rounds, ordinary approvals and notice.
  var urgentApprovals: GateCondition {
    let groups = judge.urgentGroups
    guard !groups.isEmpty else {
      return GateCondition(
        "urgent", .unmet, "lifecycle.urgent names groups",
        detail: "Nobody is entitled to release a rule without notice.", who: owner,
        command: "edit bylaw.yml")
    }
    return GateCondition(
      "urgent", "Every group of lifecycle.urgent has signed all five scopes",
      of: Scope.published.map {
        condition(for: judge.verdict(of: $0, purpose: .urgent, groups: groups), purpose: .urgent)
      })
  }

  /// No objection to this version stands.
  var objections: GateCondition {
    let standing = judge.objections().standing
    return GateCondition(
      "objections", "No objection stands",
      of: standing.map(objection))
  }

  /// Its maker takes it back with the next record. Where they left the group, another member clears it.
  private func objection(_ standing: Objections.Standing) -> GateCondition {
    let signOff = standing.signOff
    let members = judge.settings.members(of: signOff.group)
    let isMember = members.contains(signOff.reviewer)
    let flags = isMember ? "--approve" : "--approve --clears \(standing.record)"
    let title = "\(name(signOff.reviewer)) asked for changes in \(standing.record)"
    if signOff.purpose.round == nil {
      return GateCondition(
        "objection-\(standing.record)", .unmet, title,
        detail: signOff.text.isEmpty ? nil : signOff.text,
        who: isMember ? [signOff.reviewer] : members.sorted(),
        command: "bylaw sign \(snapshot.id) --as \(signOff.group) --for \(signOff.purpose.name) "
          + flags)
    }
    return signing(
      "objection-\(standing.record)", .unmet, title, detail: signOff.text,
      scope: standing.scopes.first?.rawValue ?? "", group: signOff.group,
      who: isMember ? [signOff.reviewer] : members.sorted(), flags: flags)
  }

  /// A condition that a signature in a round mends. Where no round asks the group, one has to be opened
  /// before.
  private func signing(
    _ id: String, _ state: GateCondition.State, _ title: String, detail: String, scope: String,
    group: String, who: [String], flags: String
  ) -> GateCondition {
    let sign = "bylaw sign \(snapshot.id) --as \(group) \(flags)"
    guard let round = snapshot.openRound else {
      return GateCondition(
        id, state, title,
        detail: [detail, "No round is open. Once one is: `\(sign)`."].joined(with: " "),
        who: owner, command: "bylaw round open \(snapshot.id)")
    }
    guard round.groups.contains(group), round.scopes.contains(scope) else {
      let words = "Round \(round.number) does not ask for it: close that one, and open another."
      return GateCondition(
        id, state, title, detail: [detail, words].joined(with: " "), who: owner,
        command: "bylaw round status \(snapshot.id)")
    }
    return GateCondition(
      id, state, title, detail: detail.isEmpty ? nil : detail, who: who, command: sign)
  }

  func condition(
    for verdict: ScopeVerdict, purpose: SignOff.Purpose? = nil
  ) -> GateCondition {
    let scope = verdict.scope.rawValue
    let id = "scope-\(scope)"
    let title = "Scope `\(scope)` is approved"
    if let ground = verdict.ground {
      return GateCondition(id, .met, title, detail: words(ground, verdict.scope))
    }
    if verdict.lacksEditorialEntry {
      return GateCondition(
        id, .unmet, title,
        detail:
          "The rule is in force and was changed without a new version. A slip of the pen needs a "
          + "further entry of class `editorial` in `changes`.",
        who: owner, command: "bylaw revise \(snapshot.id) --reason …")
    }
    var children = verdict.groups.filter { $0.approval == nil }.map { group in
      condition(for: group, scope, purpose)
    }
    children += judge.objections().standing.filter { verdict.objections.contains($0.record) }
      .map(objection)
    return GateCondition(id, .unmet, title, children: children)
  }

  private func condition(
    for group: ScopeVerdict.GroupState, _ scope: String, _ purpose: SignOff.Purpose?
  ) -> GateCondition {
    let refused = judge.current(group.refused)
    let state: GateCondition.State =
      switch refused.last?.refusal.state {
      case .stale: .stale
      case .lost: .lost
      case .void: .void
      case nil: .unmet
      }
    let id = "scope-\(scope)-\(group.group)"
    let title = "\(groupName(group.group)) approves `\(scope)`"
    let standIn =
      group.needsStandIn
      ? "Every member wrote some of these words: someone of lifecycle.overrule stands in." : ""
    let detail = (refused.map { "\($0.record): \($0.refusal)." } + [standIn])
      .joined(with: " ")
    guard let purpose else {
      return signing(
        id, state, title, detail: detail, scope: scope, group: group.group,
        who: group.candidates, flags: "--approve")
    }
    let command = "bylaw sign \(snapshot.id) --as \(group.group) --for \(purpose.name) --approve"
    if purpose == .urgent, isBeforeImplementation {
      return GateCondition(
        id, state, title,
        detail: [detail, "Once it is in implementation: `\(command)`."].joined(with: " "),
        who: owner, command: "bylaw advance \(snapshot.id)")
    }
    return GateCondition(
      id, state, title, detail: detail.isEmpty ? nil : detail, who: group.candidates,
      command: command)
  }

  private func words(_ ground: ScopeVerdict.Ground, _ scope: Scope) -> String {
    switch ground {
    case .unchangedSince(let commit, _):
      (["Unchanged since \(commit.short)."] + standIns(of: scope, since: commit))
        .joined(separator: " ")
    case .nobodyAsked: "The settings ask nobody."
    case .noWords: "There are no words in it."
    case .enforcedSince: "It stood when enforcement began."
    case .groups(let approvals), .urgent(let approvals):
      approvals.map(words).joined(separator: "; ") + "."
    }
  }

  private func words(_ approval: ScopeVerdict.GroupApproval) -> String {
    let group = groupName(approval.group)
    let standIn = approval.isStandIn ? ", \(ScopeVerdict.standingIn(for: group))" : ""
    let forge = approval.isToldByForge ? ", \(ScopeVerdict.toldByForge)" : ""
    return "\(group): \(name(approval.reviewer)), \(approval.signed)\(standIn)\(forge)"
  }

  /// Who stood in where the words were approved: that is told for as long as they stand.
  private func standIns(of scope: Scope, since commit: ObjectID) -> [String] {
    let root = line.candidates.last { candidate in
      guard candidate.landing.commit == commit else { return false }
      if case .unchangedSince? = candidate.grounds[scope] { return false }
      return true
    }
    switch root?.grounds[scope] {
    case .groups(let approvals), .urgent(let approvals):
      return approvals.filter(\.isStandIn).map { words($0) + "." }
    default: return []
    }
  }

  func name(_ address: String) -> String {
    judge.settings.workspace.people[address]?.name ?? address
  }
}

extension [String] {
  /// What is not empty, joined.
  fileprivate func joined(with separator: String) -> String {
    filter { !$0.isEmpty }.joined(separator: separator)
  }
}
