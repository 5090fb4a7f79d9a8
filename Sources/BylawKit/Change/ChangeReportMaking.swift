import PolicyModel
import PolicyProjection
import PolicyRules

extension ChangeReport {
  /// `subjects` are the policies that the branch touches, as the rules about history saw them; `judges`
  /// say by policy what its gates are judged by.
  init(
    _ change: BranchHistory, subjects: [HistorySubject], judges: [String: GateJudge],
    day: CalendarDate
  ) {
    self.init(
      base: change.branch.base, head: change.branch.head, day: day,
      policies: subjects.map { subject in
        let maker = PolicyChangeMaker(
          subject: subject, judge: judges[subject.judgement.policy],
          line: change.line(of: subject.judgement.policy))
        return maker.change
      })
  }
}

/// Says what the branch does to one policy.
private struct PolicyChangeMaker {
  let subject: HistorySubject
  let judge: GateJudge?
  let line: PolicyLine

  var change: ChangeReport.PolicyChange {
    let after = subject.after
    let before = subject.previous
    let (gate, missing) = next
    return .init(
      policy: subject.judgement.policy, path: after?.path ?? before?.path ?? subject.place,
      title: after?.title ?? before?.title ?? "", stageBefore: before?.stage, stage: after?.stage,
      versionBefore: before?.version, version: after?.version, steps: steps,
      scopes: verdicts.map(state), isPublished: subject.judgement.becameCandidate, gate: gate,
      missing: missing.map {
        .init(
          state: $0.state.rawValue, title: $0.title, detail: $0.detail, who: $0.who,
          command: $0.command)
      }, translations: subject.judgement.translations.map(state))
  }

  // MARK: Steps

  private var steps: [ChangeReport.Step] {
    let steps = subject.path?.steps ?? []
    return steps.enumerated().map { index, step in
      var problems = step.problem.map { [$0.words] } ?? []
      if index == steps.count - 1, problems.isEmpty { problems += gateProblems(step) }
      return .init(
        from: step.from, to: step.step.stage, verb: step.transition?.verb, on: step.step.on,
        by: step.step.by, reason: step.step.reason, isUrgent: step.step.isUrgent,
        isAllowed: problems.isEmpty, problems: problems)
    }
  }

  private func gateProblems(_ step: StepPath.Step) -> [String] {
    if subject.judgement.lacksSettings { return ["there is no `bylaw.yml` to judge it by"] }
    if step.transition?.verb == .retire {
      let isFree = !subject.judgement.wasInIteration
      let isApproved = judge?.judge.verdict(of: .retire, purpose: .retire).isApproved ?? false
      return isFree || isApproved ? [] : ["scope `retire` is not approved"]
    }
    guard step.transition?.gate != nil || step.step.isUrgent else { return [] }
    guard let gate = subject.gate else { return ["its gate could not be judged"] }
    return gate.unmetSentences
  }

  // MARK: Sign-offs

  private var verdicts: [ScopeVerdict] {
    if !subject.judgement.scopes.isEmpty { return subject.judgement.scopes }
    guard let judge else { return [] }
    let scopes: [Scope] =
      switch subject.after?.stage {
      case .development: [.policy]
      case .implementation: Scope.published
      case .research, .iteration, .retired, nil: []
      }
    return scopes.map { judge.line.verdict(of: $0, by: judge.judge, isForGate: true) }
  }

  private func state(_ verdict: ScopeVerdict) -> ChangeReport.ScopeState {
    let approvals = verdict.groups.compactMap(\.approval).map(ChangeReport.Approval.init)
    let open = verdict.isApproved ? [] : verdict.groups.filter { $0.approval == nil }
    return .init(
      scope: verdict.scope, isApproved: verdict.isApproved, approvals: approvals,
      refused: open.flatMap { group in latest(of: group.refused).map { refused($0, group.group) } })
  }

  private func state(_ translated: Judgement.Translated) -> ChangeReport.TranslationState {
    let groups = translated.verdict?.groups ?? []
    let approvals = groups.compactMap(\.approval).map(ChangeReport.Approval.init)
    let open = translated.isApproved ? [] : groups.filter { $0.approval == nil }
    return .init(
      locale: translated.snapshot.locale, path: translated.snapshot.path,
      isApproved: translated.isApproved, approvals: approvals, missing: open.map(\.group),
      refused: open.flatMap { group in latest(of: group.refused).map { refused($0, group.group) } })
  }

  /// The last record of each reviewer says all.
  private func latest(of refused: [ScopeVerdict.RefusedRecord]) -> [ScopeVerdict.RefusedRecord] {
    let current = subject.judgement.judge?.current(refused) ?? refused
    return Dictionary(grouping: current, by: \.reviewer).values
      .compactMap(\.last).sorted { $0.record < $1.record }
  }

  private func refused(
    _ record: ScopeVerdict.RefusedRecord, _ group: String
  ) -> ChangeReport.Refused {
    .init(
      group: group, reviewer: record.reviewer, record: record.record,
      state: record.refusal.state.rawValue, reason: record.refusal.description,
      help: record.refusal.help)
  }

  // MARK: What is next

  private var next: (gate: Gate?, missing: [GateCondition]) {
    guard let judge, let stage = subject.after?.stage, let gate = stage.gate,
      subject.judgement.policy != "common"
    else { return (nil, []) }
    guard stage == .iteration else {
      return (gate, judge.report(for: gate).unmetLeaves)
    }
    guard verdicts.contains(where: { !$0.isApproved }) else { return (gate, []) }
    return (
      gate,
      judge.report(for: .performable).unmetLeaves.filter { leaf in
        ["scope-", "objection-", "round-", "answer-"].contains { leaf.id.hasPrefix($0) }
      }
    )
  }
}
