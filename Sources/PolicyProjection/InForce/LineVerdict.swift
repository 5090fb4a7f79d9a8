package import PolicyModel

extension PolicyLine {
  /// The judge of a text of this policy, given all that has landed.
  package func judge(
    of snapshot: PolicySnapshot, settings: JudgingSettings, revoked: Revocations
  ) -> ApprovalJudge {
    ApprovalJudge(
      settings: settings, revoked: revoked, snapshot: snapshot, records: records,
      authors: authors(of: snapshot), tellings: tellings(of: snapshot), raised: raised,
      fallen: fallen,
      approvedTheme: latestCandidate()?.snapshot.theme, superseded: superseded,
      closings: closings)
  }

  /// Whether a scope of `judge`'s snapshot is approved, given what was approved before.
  ///
  /// `releasesUrgently` is for the landing whose last step is an urgent release. What was released so
  /// stays published, and a gate (`isForGate`) still asks for the ordinary approvals: the debt.
  package func verdict(
    of scope: Scope, by judge: ApprovalJudge, releasesUrgently: Bool = false,
    isForGate: Bool = false
  ) -> ScopeVerdict {
    let snapshot = judge.snapshot
    let isBoundToVersion = scope == .policy || scope == .release
    let standing = latestCandidate(of: isBoundToVersion ? snapshot.version : nil)
    if let standing, let digest = standing.snapshot.digests[scope],
      digest == snapshot.digests[scope]
    {
      let unchanged = ScopeVerdict(
        scope: scope, ground: standing.root(of: scope), groups: [], objections: [])
      guard standing.isUrgent(scope) else { return unchanged }
      // The ordinary approvals pay the debt of an urgent release, once they are all there.
      let ordinary = judge.verdict(of: scope)
      return ordinary.isApproved || isForGate ? ordinary : unchanged
    }
    if scope == .emails, snapshot.lacksLetters, standing == nil {
      return ScopeVerdict(scope: scope, ground: .noWords, groups: [], objections: [])
    }
    if releasesUrgently, let urgent = urgentVerdict(of: scope, by: judge) { return urgent }
    var verdict = judge.verdict(of: scope)
    if scope == .policy, let standing,
      standing.snapshot.digests[scope] != snapshot.digests[scope],
      !snapshot.hasFurtherCorrection(than: standing.snapshot)
    {
      verdict.ground = nil
      verdict.lacksEditorialEntry = true
    }
    return verdict
  }

  /// The sign-offs of an urgent release count for all five scopes together.
  private func urgentVerdict(of scope: Scope, by judge: ApprovalJudge) -> ScopeVerdict? {
    let groups = judge.urgentGroups
    guard !groups.isEmpty else { return nil }
    let all = Scope.published.map { judge.verdict(of: $0, purpose: .urgent, groups: groups) }
    guard all.allSatisfy(\.isApproved) else { return nil }
    return all.first { $0.scope == scope }
  }
}

extension Candidate {
  /// Why the scope was approved, where it was first.
  func root(of scope: Scope) -> ScopeVerdict.Ground {
    switch grounds[scope] {
    case .unchangedSince(let commit, let isUrgent): .unchangedSince(commit, isUrgent: isUrgent)
    case .urgent: .unchangedSince(landing.commit, isUrgent: true)
    case nil, .nobodyAsked, .noWords, .groups, .enforcedSince:
      .unchangedSince(landing.commit, isUrgent: false)
    }
  }

  /// Whether only an urgent release approved the scope so far.
  package func isUrgent(_ scope: Scope) -> Bool {
    switch grounds[scope] {
    case .urgent, .unchangedSince(_, isUrgent: true): true
    default: false
    }
  }

  /// Whether it stands for what came before enforcement began, and nobody's approval is known.
  package var isAdopted: Bool { grounds.values.contains(.enforcedSince) }

  /// Whether something of it still owes its ordinary approvals.
  package var isInDebt: Bool { snapshot.scopes.contains(where: isUrgent) }
}

extension PolicySnapshot {
  /// Whether `changes` has one more entry of class `editorial` for this version: what was corrected.
  func hasFurtherCorrection(than other: PolicySnapshot) -> Bool {
    func corrections(_ snapshot: PolicySnapshot) -> Int {
      snapshot.changeClasses.dropFirst().count { $0 == .editorial }
    }
    return corrections(self) > corrections(other)
  }
}
