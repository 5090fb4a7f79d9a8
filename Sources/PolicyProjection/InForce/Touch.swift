package import PolicyModel

/// What one landing did to one policy, as values.
package struct Touch: Sendable {
  /// What a commit that came in by a merge is held to.
  package struct Side: Sendable, Hashable {
    package var commit: ObjectID
    package var steps: [PolicySnapshot.Step]
    package var version: Int
    /// The id that the file had before this commit, where that was another one.
    package var formerID: String?

    package init(
      commit: ObjectID, steps: [PolicySnapshot.Step], version: Int, formerID: String? = nil
    ) {
      self.commit = commit
      self.steps = steps
      self.version = version
      self.formerID = formerID
    }
  }

  /// By scope, and by the digest of words, those who gave them.
  package typealias Writers = [Scope: [String: Set<String>]]

  /// A commit that gave words and names somebody who cannot be compared with a reviewer.
  package struct UnreadAuthor: Sendable, Hashable {
    package var commit: ObjectID
    /// Each as it stands in the commit.
    package var words: [String]

    package init(commit: ObjectID, words: [String]) {
      self.commit = commit
      self.words = words
    }
  }

  package var id: String
  /// After the landing; `nil` where the policy is gone or cannot be read.
  package var snapshot: PolicySnapshot?
  /// Whether its file is there and cannot be read.
  package var isUnreadable: Bool
  /// Every record of the policy in the tree.
  package var records: [RecordFile]
  /// The records that were changed or removed.
  package var lostRecords: [String]
  /// The addresses of those who gave each scope words that no parent had, in this landing and in what it
  /// merged.
  package var authors: [Scope: Set<String>]
  /// Those who wrote in the file since it could be read last, where it cannot be read now.
  package var unreadWriters: Set<String> = []
  /// What the commits say of further authors and cannot be read.
  package var unreadAuthors: [UnreadAuthor] = []
  /// By scope and digest, those who wrote what merged commits said on the way.
  package var passing: Writers = [:]
  /// The policy as the other parents of a merge have it.
  package var sides: [Side]
  /// Its translations in the tree that can be read.
  package var translations: [TranslationTouch] = []
  /// The languages of those that the landing removed.
  package var removedTranslations: Set<String> = []

  package init(
    id: String, snapshot: PolicySnapshot?, isUnreadable: Bool = false, records: [RecordFile] = [],
    lostRecords: [String] = [], authors: [Scope: Set<String>] = [:], sides: [Side] = []
  ) {
    self.id = id
    self.snapshot = snapshot
    self.isUnreadable = isUnreadable
    self.records = records
    self.lostRecords = lostRecords
    self.authors = authors
    self.sides = sides
  }
}

/// A landing with all that it touched.
package struct LandedChange: Sendable {
  package var landing: Landing
  /// Of the first parent; `nil` where it has no readable `bylaw.yml`: nothing is approved then.
  package var settings: JudgingSettings?
  /// By policy id.
  package var touches: [Touch]
  /// Whether this is the commit of `lifecycle.enforced_since`, which is taken as it stands.
  package var isBeginning: Bool
  /// Whether this is the landing with which the workspace came, judged by its own settings.
  package var isFirst: Bool
  /// Whether enforcement begins later, so that nothing is judged here: only who wrote what counts.
  package var isBefore = false
  /// By policy that the landing leaves as it was, who wrote what its merged commits said on the way.
  package var passing: [String: Touch.Writers]

  package init(
    landing: Landing, settings: JudgingSettings?, touches: [Touch], isBeginning: Bool = false,
    isFirst: Bool = false, passing: [String: Touch.Writers] = [:]
  ) {
    self.landing = landing
    self.settings = settings
    self.touches = touches
    self.isBeginning = isBeginning
    self.isFirst = isFirst
    self.passing = passing
  }
}
