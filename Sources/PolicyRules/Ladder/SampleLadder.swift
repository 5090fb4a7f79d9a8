import PolicyModel

/// The ladders of the examples: each shows one thing, the rest is sound.
enum SampleLadder {
  static func part(_ rows: String..., notes: String = "**Counts:** same policy, within 12 months")
    -> RuleDescription.Example
  {
    .part(
      """
      ### Enforcement ladder

      | Severity | First time | Second time | Third time | If refused |
      |---|---|---|---|---|
      \(rows.joined(separator: "\n"))

      \(notes)
      """)
  }

  static let first = "| 1 | Notification | Warning | Timed restriction, 7 days | – |"
  static let second = "| 2 | Warning | Restriction | Block (serious) | Block (refused) |"
  static let sound = part(first, second)
}

extension Ladder.Step {
  /// The sanction; `nil` for an escalation, and for “the same as before”.
  var sanction: Sanction? {
    if case .sanction(let sanction) = self { sanction } else { nil }
  }
}

extension Sanction {
  /// Whether this one weighs less: a milder action, or a shorter time.
  func isMilder(than other: Sanction) -> Bool {
    guard action == other.action else { return action < other.action }
    guard let duration, let otherDuration = other.duration else { return false }
    return duration.approximateDays < otherDuration.approximateDays
  }
}
