import PolicyModel
import PolicyProjection
import PolicyRules

/// What steps were when they landed, by the keys that were revoked on that day: a later revocation
/// takes back what they rest on, and makes nobody's step one that skipped its gate.
struct FormerGates {
  let gates: LandedGates

  /// Of the steps whose gates are not met, or whose ends are not approved, those of which that is true
  /// only since a key was revoked.
  func voided(_ judgements: [Judgement], _ reports: LandedGates.Reports) async -> Set<LandedPolicy>
  {
    let loaded = gates.history.loaded
    let lists = loaded.revokedLists
    let open = Set(judgements.filter { isOpen($0, reports.gates[$0.place]) }.map(\.place))
    guard !lists.isEmpty, !open.isEmpty else { return [] }
    var voided: Set<LandedPolicy> = []
    // One fold for each time between two lists of revoked keys, but the last, which is today's.
    for (count, next) in lists.enumerated() {
      let start = count == 0 ? Int.min : lists[count - 1].landing
      let revoked = loaded.settings.revocations(lists.prefix(count).map(\.list))
      guard revoked != loaded.revocations else { continue }
      var fold = LifecycleFold(revoked: revoked)
      let former = loaded.changes.filter { $0.landing.index < next.landing }
        .flatMap { fold.apply($0) }
      let asked = Set(
        former.filter { $0.landing.index >= start && open.contains($0.place) }.map(\.place))
      guard !asked.isEmpty else { continue }
      let met = await gates.reports(of: former, where: asked.contains)
      for judgement in former where asked.contains(judgement.place) {
        if !isOpen(judgement, met.gates[judgement.place]) { voided.insert(judgement.place) }
      }
    }
    return voided
  }

  private func isOpen(_ judgement: Judgement, _ report: GateReport?) -> Bool {
    if LandedGates.row(of: judgement) != nil { return report?.isMet != true }
    return judgement.appended?.last?.step.stage == .retired
      && judgement.judge?.verdict(of: .retire, purpose: .retire).isApproved != true
  }
}
