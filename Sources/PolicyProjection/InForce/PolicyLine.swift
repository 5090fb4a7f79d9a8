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
  }

  package let id: String
  /// As it landed last; `nil` once it is gone.
  package internal(set) var snapshot: PolicySnapshot?
  package internal(set) var records: [RecordFile] = []
  /// Standing candidates in the order in which they landed.
  package internal(set) var candidates: [Candidate] = []
  /// The approved end of its life.
  package internal(set) var ending: Ending?
  /// Every number that a version ever had.
  package internal(set) var usedVersions: Set<Int> = []
  /// The numbers that were given up by a legal `withdraw`.
  package internal(set) var givenUp: Set<Int> = []
  package internal(set) var wasInIteration = false
  /// Who wrote each scope since it was last approved.
  package internal(set) var authors: [Scope: Set<String>] = [:]
  /// The steps that have landed: what was there stays there.
  package internal(set) var steps: [PolicySnapshot.Step] = []
  /// The first landing of each version in iteration.
  package internal(set) var releases: [Int: Landing] = [:]

  package init(id: String) { self.id = id }

  /// The next number for a version.
  package var nextVersion: Int { (usedVersions.max() ?? 0) + 1 }

  package func latestCandidate(of version: Int? = nil) -> Candidate? {
    candidates.last { version == nil || $0.version == version }
  }

  /// What binds on a day: the last candidate of the highest version that is effective.
  package func inForce(on day: CalendarDate) -> Candidate? {
    if let ending, ending.retirement.on <= day { return nil }
    return candidates.filter { $0.isEffective(on: day) }
      .max { ($0.version, $0.landing.index) < ($1.version, $1.landing.index) }
  }

  /// Released versions whose day lies ahead, the next one first.
  package func upcoming(after day: CalendarDate) -> [Candidate] {
    if let ending, ending.retirement.on <= day { return [] }
    let current = inForce(on: day)?.version ?? 0
    let versions = Set(candidates.map(\.version)).filter { $0 > current }
    return versions.sorted().compactMap { latestCandidate(of: $0) }
      .filter { !$0.isEffective(on: day) }
  }

  /// Every version that was ever in force until a day, oldest first, each with its last text.
  package func versions(until day: CalendarDate) -> [Candidate] {
    let versions = Set(candidates.filter { $0.isEffective(on: day) }.map(\.version))
    return versions.sorted().compactMap { version in
      candidates.last { $0.version == version && $0.isEffective(on: day) }
    }
  }
}
