/// The one fold over landings: what is in force, as of any day, and what history did wrong all follow
/// from it. It sees values only.
package struct LifecycleFold: Sendable {
  /// By policy id.
  package private(set) var lines: [String: PolicyLine]
  /// The fingerprints of keys that are revoked at the end of the line.
  package let revoked: Set<String>

  package init(revoked: Set<String>, lines: [String: PolicyLine] = [:]) {
    self.revoked = revoked
    self.lines = lines
  }

  /// Judges a landing for each policy that it touches.
  @discardableResult
  package mutating func apply(_ change: LandedChange) -> [Judgement] {
    change.touches.map { touch in
      var line = lines[touch.id] ?? PolicyLine(id: touch.id)
      let judgement = LandingJudge(change: change, touch: touch, revoked: revoked)
        .judge(&line)
      lines[touch.id] = line
      return judgement
    }
  }
}
