package import PolicyModel

/// One policy over its whole life: what the fold knows of it after a landing.
package struct PolicyLine: Sendable, Hashable, Codable {
  package struct Ending: Sendable, Hashable, Codable {
    package var retirement: PolicySnapshot.Retirement
    package var landing: Landing

    package init(retirement: PolicySnapshot.Retirement, landing: Landing) {
      self.retirement = retirement
      self.landing = landing
    }

    /// The first day on which the policy no longer binds: never before its end landed.
    package var day: CalendarDate { max(retirement.on, landing.day) }
  }

  package let id: String
  /// As it could be read last, and whether that is how it landed last.
  package internal(set) var lastRead: PolicySnapshot?
  package internal(set) var isReadable = false
  /// Every record that ever landed, also those that were changed or removed since.
  package internal(set) var records: [RecordFile] = []
  /// Objections, as they were accepted where they landed.
  package internal(set) var raised: [RecordFile] = []
  /// By the name of an objection, the scopes for which it has fallen.
  package internal(set) var fallen: [String: Set<Scope>] = [:]
  /// The landing with which each round was closed.
  package internal(set) var closings: [Int: Int] = [:]
  /// Standing candidates in the order in which they landed.
  package internal(set) var candidates: [Candidate] = []
  /// The approved end of its life.
  package internal(set) var ending: Ending?
  /// Every number that a version ever had.
  package internal(set) var usedVersions: Set<Int> = []
  /// The numbers that were given up by a legal `withdraw`.
  package internal(set) var givenUp: Set<Int> = []
  package internal(set) var wasInIteration = false
  /// Who wrote the words with each digest, until they are approved.
  package internal(set) var writers: [Scope: [String: WordWriters]] = [:]
  /// Those whom a round names that came with other words in one commit, by the round's number.
  package internal(set) var squashedRounds: [Int: Set<String>] = [:]
  /// Those of whom commits tell that they wrote the words of a round which is open, also where these have
  /// been approved since.
  package internal(set) var roundWriters: [Int: Set<String>] = [:]
  /// Those who wrote in the file since it could be read last.
  package internal(set) var unreadWriters: Set<String> = []
  /// Approved words that others replaced, and the landing that did.
  package internal(set) var superseded: [Scope: [String: Int]] = [:]
  /// The steps that have landed: what was there stays there.
  package internal(set) var steps: [PolicySnapshot.Step] = []
  /// The first landing of each version in iteration.
  package internal(set) var releases: [Int: Landing] = [:]
  /// Its periodic reviews that counted where they landed, so that nobody's leaving makes one undone.
  package internal(set) var reviews: [ReviewSchedule.Review] = []
  /// Its translations, by language.
  package internal(set) var translations: [String: TranslationLine] = [:]

  package init(id: String) { self.id = id }

  /// As it landed last; `nil` once it is gone or cannot be read.
  package var snapshot: PolicySnapshot? { isReadable ? lastRead : nil }

  /// The next number for a version.
  package var nextVersion: Int { (usedVersions.max() ?? 0) + 1 }

  package func latestCandidate(of version: Int? = nil) -> Candidate? {
    candidates.last { version == nil || $0.version == version }
  }

  /// Where enforcement begins, nothing is known of what came before but who wrote it.
  var beginning: PolicyLine {
    var line = PolicyLine(id: id)
    line.writers = writers
    line.squashedRounds = squashedRounds
    return line
  }

  /// Remembers who wrote words that some commit had.
  mutating func add(_ passing: Touch.Writers, _ change: LandedChange) {
    for (scope, digests) in passing {
      for (digest, people) in digests {
        writers[scope, default: [:]][digest, default: WordWriters()].tell(
          people.map(change.person), change.writtenWith)
      }
    }
  }

  /// Who wrote each scope of a text that has just been read.
  package func authors(of snapshot: PolicySnapshot) -> [Scope: Set<String>] {
    var authors: [Scope: Set<String>] = [:]
    for (scope, digest) in snapshot.digests { authors[scope] = writers[scope]?[digest]?.all ?? [] }
    return authors
  }

  /// For each scope, the first landing whose commits told of each of them.
  func tellings(of snapshot: PolicySnapshot) -> [Scope: [String: ObjectID]] {
    var tellings: [Scope: [String: ObjectID]] = [:]
    for (scope, digest) in snapshot.digests {
      tellings[scope] = writers[scope]?[digest]?.landings ?? [:]
    }
    return tellings
  }
}

extension LandedChange {
  /// Whose address it is.
  func person(_ address: String) -> String { settings?.person(address) ?? address.lowercased() }

  /// The commit up to which commits tell who wrote; `nil` for the working tree, which is none.
  var writtenWith: ObjectID? { landing.index == .max ? nil : landing.commit }
}
