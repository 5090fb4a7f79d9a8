package import PolicyModel

/// What one landing meant for one policy: enough to say what it did wrong, without looking again.
package struct Judgement: Sendable {
  /// A translation with other words, or one that was approved with the landing.
  package struct Translated: Sendable {
    package var snapshot: TranslationSnapshot
    package var isApproved: Bool
    /// `nil` where nobody had to be asked again.
    package var verdict: TranslationVerdict?
  }

  package var landing: Landing
  package var policy: String
  package var before: PolicySnapshot?
  package var after: PolicySnapshot?
  package var isUnreadable: Bool
  /// Whether it may not be judged: the first parent has no readable settings.
  package var lacksSettings: Bool
  /// Whether this is where enforcement begins.
  package var isBeginning: Bool
  /// Whether the workspace came with this landing.
  package var isFirst: Bool
  /// What the landing appended to `history`; `nil` where what was there is no prefix.
  package var appended: AppendedSteps?
  /// Of the scopes that publication needs; empty where the stage is not iteration.
  package var scopes: [ScopeVerdict]
  package var becameCandidate: Bool
  /// Whether its words were not published since they bring the version forward without notice.
  package internal(set) var shortensNotice = false
  package var lostRecords: [String]
  package var sides: [Touch.Side]
  package var unreadAuthors: [Touch.UnreadAuthor]
  /// Who wrote the words of each scope, as far as its commits, the owner and what landed before tell; what
  /// `rounds` says with this landing is left out.
  package var knownWriters: [Scope: KnownWriters]
  /// What the line knew before: what numbers were used, what was ever released.
  package var usedVersions: Set<Int>
  package var wasInIteration: Bool
  package var latestCandidate: Candidate?
  /// The candidate to which a `withdraw` goes back.
  package var revised: Candidate?
  /// The versions that this landing gave up by a legal step.
  package var withdrawn: Set<Int>
  package internal(set) var translations: [Translated] = []
  /// The approved end of the policy after this landing.
  package internal(set) var ending: PolicyLine.Ending?
  package var judge: ApprovalJudge?
  /// What the gate of the last step is judged against; `nil` where the landing took no step.
  package var line: PolicyLine?
  /// What an amendment of a released version is judged against: as the line was before it; `nil` where
  /// the landing leaves the terms of the release as they were approved.
  package var amended: PolicyLine?

  init(of touch: Touch, in change: LandedChange, line: PolicyLine) {
    landing = change.landing
    policy = touch.id
    before = line.snapshot
    after = touch.snapshot
    isUnreadable = touch.isUnreadable
    lacksSettings = change.settings == nil
    isBeginning = change.isBeginning
    isFirst = change.isFirst
    scopes = []
    becameCandidate = false
    lostRecords = touch.lostRecords
    sides = touch.sides
    unreadAuthors = touch.unreadAuthors
    knownWriters = line.knownWriters(after: touch, settings: change.settings)
    usedVersions = line.usedVersions
    wasInIteration = line.wasInIteration
    latestCandidate = line.latestCandidate()
    revised = line.candidates.last { $0.version != line.snapshot?.version }
    withdrawn = []
    if let after, after.stage == .iteration,
      let released = line.latestCandidate(of: after.version),
      released.snapshot.digests[.release] != after.digests[.release]
    {
      amended = line
    }
  }
}
