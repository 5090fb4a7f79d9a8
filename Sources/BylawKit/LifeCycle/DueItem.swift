package import PolicyModel

/// One thing that needs someone's attention.
package struct DueItem: Sendable, Hashable, Codable {
  package enum Kind: String, Sendable, Hashable, Codable {
    /// The periodic review of what is in force.
    case review
    /// A review that decided something which nobody has done yet.
    case decision
    /// A group that a round waits for.
    case round
    /// A round in which everybody has spoken.
    case close
    /// An objection or a comment without an answer.
    case answer, comment
    /// A version that is announced, and does not bind yet.
    case notice
    /// An end that is written down, and waits for its sign-offs or its step.
    case end
    /// An urgent release that lacks its ordinary approvals.
    case urgentDebt = "urgent-debt"
    /// A policy in iteration of which readers see nothing.
    case unpublished
    /// A translation that is behind its source, or that waits for a yes.
    case translation
  }

  package var kind: Kind
  package var policy: String
  /// What it is about, as a sentence without its full stop.
  package var what: String
  /// The addresses of those of whom any can do it.
  package var who: [String]
  /// The day by which it is due, or from which a version binds.
  package var day: CalendarDate?
  /// Whole days after `day`; 0 for what has no such day.
  package var overdueDays: Int
  package var command: String?

  package init(
    _ kind: Kind, _ policy: String, _ what: String, who: [String], day: CalendarDate? = nil,
    overdueDays: Int = 0, command: String? = nil
  ) {
    self.kind = kind
    self.policy = policy
    self.what = what
    self.who = who
    self.day = day
    self.overdueDays = overdueDays
    self.command = command
  }

  package var isOverdue: Bool { overdueDays > 0 }
}
