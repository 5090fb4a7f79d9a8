package import PolicyModel

/// Whether one scope of a policy is approved where it lands, and why.
package struct ScopeVerdict: Sendable, Hashable, Codable {
  /// What makes a scope approved.
  package enum Ground: Sendable, Hashable, Codable {
    /// Its words are those of the candidate that landed with this commit.
    case unchangedSince(ObjectID, isUrgent: Bool)
    /// The settings ask nobody.
    case nobodyAsked
    /// There never were words in it.
    case noWords
    case groups([GroupApproval])
    /// The sign-offs of an urgent release.
    case urgent([GroupApproval])
    /// It stood in iteration at `lifecycle.enforced_since`.
    case enforcedSince
  }

  /// One group's yes.
  package struct GroupApproval: Sendable, Hashable, Codable {
    package var group: String
    package var reviewer: String
    package var record: String
    package var signed: CalendarDate
    /// Whether someone of `lifecycle.overrule` stands in, as every member is an author.
    package var isStandIn: Bool
    /// Whether a forge made the commit that proves the record, for the reviewer.
    package var isToldByForge: Bool
  }

  /// What a group that has not approved has said so far.
  package struct GroupState: Sendable, Hashable, Codable {
    package var group: String
    package var approval: GroupApproval?
    package var refused: [RefusedRecord]
    /// Who could still sign.
    package var candidates: [String]
    /// Whether these are of `lifecycle.overrule`, as every member is an author.
    package var needsStandIn: Bool
  }

  package struct RefusedRecord: Sendable, Hashable, Codable {
    package var record: String
    package var reviewer: String
    package var refusal: Refusal
  }

  package var scope: Scope
  package var ground: Ground?
  /// Of every group that is asked, whether the scope is approved or not; empty where nobody is.
  package var groups: [GroupState]
  /// The records whose objection to this scope stands.
  package var objections: [String]
  /// Whether words in force were changed without an entry in `changes` that says what was corrected.
  package var lacksEditorialEntry = false

  package var isApproved: Bool { ground != nil }

  /// How people are told of it.
  package static func standingIn(for group: String) -> String {
    "standing in for \(group), all of whose members are authors"
  }

  /// How people are told that a forge made the commit that proves a record.
  package static let toldByForge = "as told by the forge"
}
