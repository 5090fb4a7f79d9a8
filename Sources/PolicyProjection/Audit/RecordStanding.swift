package import PolicyModel

/// What one record is worth today, for auditors.
package struct RecordStanding: Sendable, Hashable, Codable {
  package enum State: String, Sendable, Hashable, Codable {
    /// An approval or a review on which something rests.
    case counts
    /// An objection that stands in the way.
    case stands
    /// Nothing rests on it: a comment, an objection that has fallen, a second yes of a group, the yes of a
    /// group that no gate asks.
    case heard
    /// Good, and about an earlier version, a withdrawn round, taken back, followed by a sign-off of its
    /// group for the words as they stand, or of somebody who has left the group since it landed.
    case past
    /// Good, and the words have changed since.
    case stale
    /// It does not count.
    case void
    /// Its proof is gone.
    case lost
  }

  package var record: String
  package var state: State
  /// The scopes for which it counts.
  package var scopes: [Scope]
  /// Whether it stands in for its group, all of whose members are authors.
  package var isStandIn = false
  /// Whether a forge made the commit that proves it, for the reviewer.
  package var isToldByForge = false
  /// What the record says; `nil` where it cannot be read.
  package var signOff: SignOff?
  /// Why it does not count, as a sentence without its full stop.
  package var reason: String?
  /// What to do, as a whole sentence.
  package var help: String?
  /// The fingerprint of the key that signed it.
  package var key: String?
  /// The landing that brought it; `nil` while it has not landed.
  package var commit: ObjectID?
  /// Whether it is about the version that the file has now, by its name where it cannot be read, or
  /// cannot be read and has not landed.
  package var isCurrent: Bool
  /// Whether a later record of its maker, for the same group in the same place, counts.
  package var isMadeGood = false

  /// Where it stands in a list: numbers count as numbers.
  var place: (Int, Int, String, String, String, Int) {
    guard let signOff else { return (.max, .max, "", "", record, 0) }
    return (
      signOff.version, signOff.purpose.round ?? .max, signOff.purpose.name, signOff.group,
      signOff.reviewer, signOff.number
    )
  }

  /// Whether someone should look at it.
  package var isProblem: Bool {
    isCurrent && !isMadeGood && (state == .void || state == .lost)
  }
}

extension Refusal {
  /// Most refusals mean that a record never counted; some only that its time is over.
  var standing: RecordStanding.State {
    switch self {
    case .stale: .stale
    case .lostByRewrite, .changesMore, .otherAuthor, .otherCommitter: .lost
    case .superseded, .takenBack, .roundWithdrawn, .otherVersion: .past
    default: .void
    }
  }

  /// Whether settings of today say so, and those of an earlier day may have said otherwise.
  var isOfSettings: Bool {
    switch self {
    case .notMember, .unknownKey, .keyOfAnother, .roundDoesNotAsk: true
    default: false
    }
  }

  /// The same for somebody who waits for an approval: what is past is no better than what never counted.
  package var state: State {
    switch standing {
    case .stale: .stale
    case .lost: .lost
    default: .void
    }
  }
}
