package import PolicyModel

/// The life of one policy, in the order in which it happened.
package struct Timeline: Sendable, Hashable, Codable {
  package struct Version: Sendable, Hashable, Codable {
    package enum State: String, Sendable, Hashable, Codable {
      case draft, upcoming
      case inForce = "in-force"
      /// A later version binds, or the policy has ended.
      case past
      /// Given up before it bound.
      case withdrawn
    }

    package var number: Int
    package var state: State
    /// The day from which it binds, and the first on which it no longer does.
    package var from: CalendarDate?
    package var until: CalendarDate?
    /// Oldest first.
    package var events: [Event]
  }

  package struct Event: Sendable, Hashable, Codable {
    package enum Kind: String, Sendable, Hashable, Codable {
      /// A step of `history`.
      case step
      case roundOpened = "round-opened"
      case record
      case roundClosed = "round-closed"
      /// The first approved words of the version landed.
      case released
      /// Other approved words of the same version landed.
      case amended
      /// Words were taken as approved where enforcement begins.
      case adopted
      case ended
    }

    package var kind: Kind
    /// The day that a file claims, or the day of the landing.
    package var on: CalendarDate
    /// The address of whoever did it.
    package var by: String?
    package var stage: Stage?
    package var reason: String?
    package var isUrgent: Bool?
    /// Whether the step gave its version up.
    package var isWithdrawal: Bool?
    package var round: Int?
    package var scopes: [String]?
    package var groups: [String]?
    package var outcome: Policy.ReviewRound.Outcome?
    /// The name of a record's file.
    package var record: String?
    package var purpose: String?
    package var verdict: SignOff.Verdict?
    package var text: String?
    /// Whether the record stands in for its group, all of whose members are authors.
    package var isStandIn: Bool?
    /// Whether a forge made the commit that proves the record, for the reviewer.
    package var isToldByForge: Bool?
    /// The landing; `nil` while it is not committed.
    package var commit: ObjectID?

    package init(_ kind: Kind, on: CalendarDate) {
      self.kind = kind
      self.on = on
    }
  }

  package struct Ending: Sendable, Hashable, Codable {
    /// The first day on which it no longer binds.
    package var on: CalendarDate
    package var reason: String
    package var replacedBy: String?
  }

  package var policy: String
  package var title: String
  package var stage: Stage?
  /// By number.
  package var versions: [Version]
  package var ending: Ending?
}
