package import PolicyModel
import PolicyProjection

/// What a branch does to the policies, judged as the next landing on its base. Stable: keys are only ever
/// added.
package struct ChangeReport: Sendable, Hashable, Codable {
  /// One step that the change appends to `history`.
  package struct Step: Sendable, Hashable, Codable {
    package var from: Stage?
    package var to: Stage
    /// `nil` where no row of the table allows it.
    package var verb: Transition.Verb?
    package var on: CalendarDate
    package var by: String
    package var reason: String?
    package var isUrgent: Bool
    package var isAllowed: Bool
    /// Why it is not allowed; for the last step what its gate still asks for.
    package var problems: [String]
  }

  /// How the sign-offs of one scope stand.
  package struct ScopeState: Sendable, Hashable, Codable {
    package var scope: Scope
    package var isApproved: Bool
    package var approvals: [Approval]
    /// Records of groups whose approval is missing.
    package var refused: [Refused]
  }

  /// How the sign-offs of one translation stand that the change gives other words.
  package struct TranslationState: Sendable, Hashable, Codable {
    /// A BCP 47 tag.
    package var locale: String
    package var path: String
    package var isApproved: Bool
    package var approvals: [Approval]
    /// The groups whose approval is missing.
    package var missing: [String]
    package var refused: [Refused]
  }

  package struct Approval: Sendable, Hashable, Codable {
    package var group: String
    package var reviewer: String
    package var record: String
    /// Whether it stands in for the group, all of whose members are authors.
    package var isStandIn: Bool
    /// Whether a forge made the commit that proves the record, for the reviewer.
    package var isToldByForge: Bool

    init(_ approval: ScopeVerdict.GroupApproval) {
      group = approval.group
      reviewer = approval.reviewer
      record = approval.record
      isStandIn = approval.isStandIn
      isToldByForge = approval.isToldByForge
    }
  }

  package struct Refused: Sendable, Hashable, Codable {
    package var group: String
    package var reviewer: String
    package var record: String
    /// `stale`, `void` or `lost`.
    package var state: String
    /// A sentence without its full stop.
    package var reason: String
    /// What to do, as a whole sentence.
    package var help: String?
  }

  /// What somebody has to do before the policy can go on.
  package struct Task: Sendable, Hashable, Codable {
    /// `unmet`, `stale`, `void`, `lost` or `not-evaluated`.
    package var state: String
    /// What is asked for.
    package var title: String
    package var detail: String?
    /// Addresses of those who can.
    package var who: [String]
    package var command: String?
  }

  package struct PolicyChange: Sendable, Hashable, Codable {
    package var policy: String
    package var path: String
    package var title: String
    package var stageBefore: Stage?
    package var stage: Stage?
    package var versionBefore: Int?
    package var version: Int?
    package var steps: [Step]
    package var scopes: [ScopeState]
    /// Whether these words are published once they have landed and their day has come.
    package var isPublished: Bool
    /// The next gate, where there is one.
    package var gate: Gate?
    package var missing: [Task]
    package var translations: [TranslationState]
  }

  package var base: ObjectID
  package var head: ObjectID
  package var day: CalendarDate
  package var policies: [PolicyChange]
}
