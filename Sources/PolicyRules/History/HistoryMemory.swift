import PolicyModel
import PolicyProjection

/// What is known of one policy before a landing.
struct HistoryMemory {
  /// The last text that could be read.
  var last: PolicySnapshot?
  var state = LifeState.beginning
  /// The landing that brought words which are still not approved.
  var unapprovedSince: Landing?
  /// For each rule id that a released version had, the text that had it last.
  var released: [String: PolicySnapshot] = [:]
  /// Of these, the ones that a later released version lacked.
  var gone: Set<String> = []

  /// Every round that there ever was, as it was last, by its number.
  var rounds: [Int: PolicySnapshot.Round] = [:]

  /// Carries on over one landing.
  mutating func take(_ judgement: Judgement, _ path: StepPath?) {
    guard let snapshot = judgement.after else { return }
    if judgement.isBeginning {
      state = LifeState(taking: snapshot)
    } else {
      if let path { state = path.end }
      state.used.formUnion(judgement.usedVersions)
      state.settle(on: snapshot)
    }
    if judgement.isUnapproved {
      unapprovedSince = unapprovedSince ?? judgement.landing
    } else {
      unapprovedSince = nil
    }
    if snapshot.stage == .iteration {
      let present = Set(snapshot.rules)
      gone.formUnion(released.keys.filter { !present.contains($0) })
      gone.subtract(present)
      for rule in present { released[rule] = snapshot }
    }
    for round in snapshot.rounds { rounds[round.number] = round }
    last = snapshot
  }
}

extension Judgement {
  /// Whether its words stand in iteration, and somebody has yet to approve them.
  var isUnapproved: Bool {
    guard let after, after.stage == .iteration, !isBeginning else { return false }
    return scopes.isEmpty || !scopes.allSatisfy(\.isApproved)
  }
}
