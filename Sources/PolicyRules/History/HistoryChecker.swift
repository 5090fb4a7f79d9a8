package import PolicyModel
package import PolicyProjection

/// Holds a line of landings to the rules about history.
package struct HistoryChecker {
  /// The gate of each landing's last step.
  package var gates: [LandedPolicy: GateReport]
  /// The terms of a release that an amendment breaks.
  package var brokenTerms: [LandedPolicy: [GateCondition]]
  /// The steps that were legal until a key was revoked.
  package var voided: Set<LandedPolicy> = []
  package var acknowledged: [Lifecycle.Acknowledged]
  /// Whether the landings that are reported have not landed yet.
  package var areProposed = false
  /// The words of each rule of a text, by id; asked for only where an id comes back.
  package var words: (PolicySnapshot) -> [String: String]
  /// The settings after the last landing.
  package var settings: JudgingSettings?

  package init(
    gates: [LandedPolicy: GateReport], brokenTerms: [LandedPolicy: [GateCondition]] = [:],
    acknowledged: [Lifecycle.Acknowledged], areProposed: Bool = false, settings: JudgingSettings?,
    words: @escaping (PolicySnapshot) -> [String: String]
  ) {
    self.gates = gates
    self.brokenTerms = brokenTerms
    self.acknowledged = acknowledged
    self.areProposed = areProposed
    self.settings = settings
    self.words = words
  }

  /// What is wrong, and what the landings were seen to be.
  package struct Result {
    package var findings: [Finding]
    /// Of the landings that were asked for.
    package var subjects: [HistorySubject]
    /// The entries of `lifecycle.acknowledged` that turned nothing into a note.
    package var unused: [Lifecycle.Acknowledged]
  }

  /// Goes over all `judgements`, oldest first; reports those from the place `start` on.
  ///
  /// `others` are findings about landings that concern no policy.
  package func check(
    _ judgements: [Judgement], from start: Int = 0, others: HistoryFindings = HistoryFindings()
  ) -> Result {
    var memories: [String: HistoryMemory] = [:]
    var owners: [String: String] = [:]
    var findings = others
    var subjects: [HistorySubject] = []
    let survey = HistorySurvey(judgements, end: settings)
    for range in survey.landings {
      let landing = Array(judgements[range])
      for (index, judgement) in zip(range, landing) {
        let memory = memories[judgement.policy] ?? HistoryMemory()
        let subject = subject(
          judgement, landing, memory, owners, place: survey.place(of: judgement, memory.last),
          isLast: survey.isLast(index, judgement.policy),
          passed: survey.passed(by: judgement, at: index))
        var next = memory
        next.take(judgement, subject.path)
        memories[judgement.policy] = next
        guard index >= start else { continue }
        var complete = subject
        complete.unapprovedSince = next.unapprovedSince
        subjects.append(complete)
        for rule in RuleCatalog.historyRules { rule.check(complete, &findings) }
      }
      for judgement in landing where judgement.after?.stage == .iteration {
        for rule in judgement.after?.rules ?? [] { owners[rule] = judgement.policy }
      }
    }
    let known = Acknowledgements(acknowledged)
    return Result(
      findings: known.applied(to: findings.entries), subjects: subjects,
      unused: known.unused(by: findings.entries))
  }

  private func subject(
    _ judgement: Judgement, _ landing: [Judgement], _ memory: HistoryMemory,
    _ owners: [String: String], place: String, isLast: Bool, passed: [PassedGroup]
  ) -> HistorySubject {
    var path: StepPath?
    if let snapshot = judgement.after, !judgement.isBeginning, judgement.policy != "common" {
      var start = memory.state
      if memory.last != nil { start.used.formUnion(judgement.usedVersions) }
      path = StepPath(from: start, through: judgement.appended?.pairs ?? [], to: snapshot)
    }
    let former = landing.first { judgement.takesThePlace(of: $0) }?.policy
    return HistorySubject(
      judgement: judgement, previous: memory.last, path: path,
      gate: gates[judgement.place], isVoided: voided.contains(judgement.place),
      landing: landing, isProposed: areProposed, isLast: isLast, unapprovedSince: nil,
      pastRounds: memory.rounds,
      reused: former == nil ? reused(judgement, memory, owners) : [], formerID: former,
      place: place, passed: passed,
      brokenTerms: brokenTerms[judgement.place] ?? [])
  }

  private func reused(
    _ judgement: Judgement, _ memory: HistoryMemory, _ owners: [String: String]
  ) -> [ReusedRule] {
    guard let after = judgement.after, !judgement.isBeginning else { return [] }
    let known = Set(memory.last?.rules ?? [])
    var reused: [ReusedRule] = []
    for rule in after.rules where !known.contains(rule) {
      if let owner = owners[rule], owner != judgement.policy {
        reused.append(.init(id: rule, use: .otherPolicy(owner)))
      } else if memory.gone.contains(rule), let old = memory.released[rule],
        words(old)[rule] != words(after)[rule]
      {
        reused.append(.init(id: rule, use: .otherWords(version: old.version)))
      }
    }
    return reused
  }
}
