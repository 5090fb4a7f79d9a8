package import PolicyModel
package import PolicyProjection

/// A landing of one policy.
package struct LandedPolicy: Sendable, Hashable {
  package var commit: ObjectID
  package var policy: String

  package init(commit: ObjectID, policy: String) {
    self.commit = commit
    self.policy = policy
  }
}

extension Judgement {
  package var place: LandedPolicy { LandedPolicy(commit: landing.commit, policy: policy) }
}

/// What a rule about history looks at: one landing of one policy, and what was known before.
package struct HistorySubject {
  package var judgement: Judgement
  /// The last text before it that could be read, also where the policy was gone in between.
  package var previous: PolicySnapshot?
  /// How its steps lead on; `nil` where there is no text, or the text is taken as it stands.
  package var path: StepPath?
  /// The gate of its last step; `nil` where that has none, or it could not be judged.
  package var gate: GateReport?
  /// Whether its last step was legal until a key was revoked.
  package var isVoided: Bool
  /// What landed with the same commit, this policy included.
  package var landing: [Judgement]
  /// Whether it has not landed: what a branch would do, which can still be mended.
  package var isProposed: Bool
  /// Whether nothing of this policy landed later.
  package var isLast: Bool
  /// The landing that brought words which are still not approved.
  package var unapprovedSince: Landing?
  /// Every round that there was before, as it was last, by its number.
  package var pastRounds: [Int: PolicySnapshot.Round]
  /// The rule ids that came with this landing and were used before, each with what for.
  package var reused: [ReusedRule]
  /// The policy whose place it took, where an id was changed.
  package var formerID: String?
  /// Where the policy stands at the end of the line, else where it stood last.
  package var place: String
  /// The groups that settings which came and went again kept from being asked.
  package var passed: [PassedGroup]
  /// The terms of its release that an amendment breaks.
  package var brokenTerms: [GateCondition]

  package var after: PolicySnapshot? { judgement.after }
  package var isCommon: Bool { judgement.policy == "common" }
}

/// A rule id that has been something else.
package struct ReusedRule: Sendable, Hashable {
  package enum Use: Sendable, Hashable {
    case otherPolicy(String)
    /// Of this policy: a released version had it with other words, and a later one lacked it.
    case otherWords(version: Int)
  }

  package var id: String
  package var use: Use
}
