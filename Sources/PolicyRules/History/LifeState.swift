package import PolicyModel
import PolicyProjection

/// Where one policy stands in its life: what steps lead from, and to.
package struct LifeState: Sendable, Hashable {
  package var stage: Stage?
  package var version: Int
  /// Every number that a version ever had.
  package var used: Set<Int>
  /// The numbers that were given up.
  package var withdrawn: Set<Int>
  /// The versions that stood in iteration and were not given up, lowest first.
  package var released: [Int]

  /// Before the first step.
  package static let beginning = LifeState(
    stage: nil, version: 1, used: [], withdrawn: [], released: [])

  /// The state after a step of the table; `nil` for a `withdraw` that has nothing to go back to, or
  /// that does not go back to it.
  func taking(_ row: Transition) -> LifeState? {
    var next = self
    next.stage = row.to
    switch row.verb {
    case .new:
      next.version = 1
      next.used.insert(1)
    case .advance: if row.to == .iteration { next.release() }
    case .sendBack, .retire: break
    case .revise: next.rise()
    case .withdraw:
      let earlier = released.last { $0 < version }
      next.withdrawn.insert(version)
      next.released.removeAll { $0 == version }
      if row.to == .iteration {
        guard let earlier else { return nil }
        next.version = earlier
      } else {
        guard earlier == nil else { return nil }
        next.rise()
      }
    }
    return next
  }

  private mutating func rise() {
    version = (used.max() ?? 0) + 1
    used.insert(version)
  }

  private mutating func release() {
    guard !released.contains(version) else { return }
    released.append(version)
    released.sort()
  }

  /// Takes the file for what it says, so that a fault is told once, where it landed.
  mutating func settle(on snapshot: PolicySnapshot) {
    version = snapshot.version
    withdrawn = Set(snapshot.withdrawn)
    used.insert(version)
    used.formUnion(withdrawn)
    released.removeAll(where: withdrawn.contains)
    if snapshot.stage == .iteration, !withdrawn.contains(version) { release() }
  }
}

extension LifeState {
  /// The state of a text that is taken as it stands, where enforcement begins.
  init(taking snapshot: PolicySnapshot) {
    let steps = AppendedSteps(from: [], to: snapshot.history)
    self = StepPath(from: .beginning, through: steps?.pairs ?? [], to: snapshot).end
    stage = snapshot.history.last?.stage ?? snapshot.stage
    let isRevision = snapshot.stage != .iteration && snapshot.version > 1
    settle(on: snapshot)
    if isRevision, !released.contains(where: { $0 < version }),
      snapshot.history.contains(where: { $0.stage == .iteration })
    {
      released.insert(version - 1, at: 0)
    }
  }
}
