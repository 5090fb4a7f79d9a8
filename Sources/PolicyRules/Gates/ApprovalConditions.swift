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
        condition(for: judge.verdict(of: $0, purpose: .urgent, groups: groups), isUrgent: true)
      })
  }

  /// No objection to this version stands.
  var objections: GateCondition {
    let standing = judge.objections().standing
    return GateCondition(
      "objections", "No objection stands",
      of: standing.map { objection in
        GateCondition(
          "objection-\(objection.record)", .unmet,
          "\(name(objection.signOff.reviewer)) asked for changes in \(objection.record)",
          detail: objection.signOff.text.isEmpty ? nil : objection.signOff.text,
          who: [objection.signOff.reviewer],
          command: "bylaw sign \(snapshot.id) --as \(objection.signOff.group)")
      })
  }

  private func condition(for verdict: ScopeVerdict, isUrgent: Bool = false) -> GateCondition {
    let scope = verdict.scope.rawValue
    let id = "scope-\(scope)"
    let title = "Scope `\(scope)` is approved"
    if let ground = verdict.ground {
      return GateCondition(id, .met, title, detail: words(ground))
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
      condition(for: group, scope, isUrgent: isUrgent)
    }
    children += verdict.objections.map {
      GateCondition("objection-\($0)", .unmet, "The objection in \($0) stands")
    }
    return GateCondition(id, .unmet, title, children: children)
  }

  private func condition(
    for group: ScopeVerdict.GroupState, _ scope: String, isUrgent: Bool
  ) -> GateCondition {
    let last = group.refused.last
    let state: GateCondition.State =
      switch last?.refusal.state {
      case .stale: .stale
      case .lost: .lost
      case .void: .void
      case nil: .unmet
      }
    let flag = isUrgent ? " --urgent" : ""
    return GateCondition(
      "scope-\(scope)-\(group.group)", state, "\(groupName(group.group)) approves `\(scope)`",
      detail: last.map { "\($0.record): \($0.refusal)." }, who: group.candidates,
      command: "bylaw sign \(snapshot.id) --as \(group.group)\(flag) --approve")
  }

  private func words(_ ground: ScopeVerdict.Ground) -> String {
    switch ground {
    case .unchangedSince(let commit, _): "Unchanged since \(commit.short)."
    case .nobodyAsked: "The settings ask nobody."
    case .enforcedSince: "It stood when enforcement began."
    case .groups(let approvals), .urgent(let approvals):
      approvals.map { approval in
        let standIn = approval.isStandIn ? " (standing in: every member is an author)" : ""
        return "\(groupName(approval.group)): \(name(approval.reviewer)), "
          + "\(approval.signed)\(standIn)"
      }.joined(separator: "; ") + "."
    }
  }

  func name(_ address: String) -> String {
    judge.settings.workspace.people[address]?.name ?? address
  }
}
