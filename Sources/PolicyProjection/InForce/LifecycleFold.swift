package import PolicyModel

/// The one fold over landings: what is in force, as of any day, and what history did wrong all follow
/// from it. It sees values only.
package struct LifecycleFold: Sendable {
  /// By policy id.
  package private(set) var lines: [String: PolicyLine]
  /// All that any landing up to the end of the line revoked.
  package let revoked: Revocations

  package init(revoked: Revocations, lines: [String: PolicyLine] = [:]) {
    self.revoked = revoked
    self.lines = lines
  }

  /// Judges a landing for each policy that it touches.
  @discardableResult
  package mutating func apply(_ change: LandedChange) -> [Judgement] {
    if change.isBeginning {
      let standing = Set(change.touches.map(\.id))
      lines = lines.filter { standing.contains($0.key) }
    }
    for (policy, writers) in change.passing {
      lines[policy, default: PolicyLine(id: policy)].add(writers, change)
    }
    return change.touches.compactMap { touch in
      var line = lines[touch.id] ?? PolicyLine(id: touch.id)
      let judge = LandingJudge(change: change, touch: touch, revoked: revoked)
      let judgement = change.isBefore ? nil : judge.judge(&line)
      if change.isBefore { judge.note(&line) }
      lines[touch.id] = line
      return judgement
    }
  }
}
