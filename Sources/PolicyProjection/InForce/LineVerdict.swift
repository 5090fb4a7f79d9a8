package import PolicyModel

extension PolicyLine {
  /// Whether a scope of `judge`'s snapshot is approved, given what was approved before.
  package func verdict(of scope: Scope, by judge: ApprovalJudge) -> ScopeVerdict {
    let snapshot = judge.snapshot
    let isBoundToVersion = scope == .policy || scope == .release
    let standing = latestCandidate(of: isBoundToVersion ? snapshot.version : nil)
    if let standing, let digest = standing.snapshot.digests[scope],
      digest == snapshot.digests[scope]
    {
      return ScopeVerdict(
        scope: scope, ground: .unchangedSince(standing.landing.commit), groups: [], objections: [])
    }
    if let urgent = urgentVerdict(of: scope, by: judge) { return urgent }
    var verdict = judge.verdict(of: scope)
    if scope == .policy, let standing, !snapshot.hasFurtherCorrection(than: standing.snapshot) {
      verdict.ground = nil
      verdict.lacksEditorialEntry = true
    }
    return verdict
  }

  /// The sign-offs of an urgent release count for all five scopes together.
  private func urgentVerdict(of scope: Scope, by judge: ApprovalJudge) -> ScopeVerdict? {
    guard judge.snapshot.isUrgent else { return nil }
    let groups = judge.settings.requirements(for: judge.snapshot.theme).urgentGroups
    guard !groups.isEmpty else { return nil }
    let all = Scope.published.map {
      judge.verdict(of: $0, purpose: .urgent, groups: groups)
    }
    guard all.allSatisfy(\.isApproved) else { return nil }
    return all.first { $0.scope == scope }
  }
}

extension PolicySnapshot {
  /// Whether its last step is an urgent release with a reason.
  package var isUrgent: Bool {
    guard let last = history.last, last.stage == .iteration, last.isUrgent else { return false }
    return !(last.reason ?? "").isEmpty
  }

  /// Whether `changes` has one more entry of class `editorial` for this version: what was corrected.
  func hasFurtherCorrection(than other: PolicySnapshot) -> Bool {
    func corrections(_ snapshot: PolicySnapshot) -> Int {
      snapshot.changeClasses.dropFirst().count { $0 == .editorial }
    }
    return corrections(self) > corrections(other)
  }
}
