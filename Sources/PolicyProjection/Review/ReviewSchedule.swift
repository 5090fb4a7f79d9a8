package import PolicyModel

/// When the text in force is due for its periodic review, and who reviewed it last.
package struct ReviewSchedule: Sendable, Hashable, Codable {
  /// How long a verdict other than `keep` may wait to be followed.
  package static let followedWithin = Period(30, .day)

  package struct Review: Sendable, Hashable, Codable {
    /// What was reviewed: it says nothing of another version.
    package var version: Int
    package var record: String
    package var reviewer: String
    package var group: String
    package var verdict: SignOff.Verdict
    /// The day that the record claims, but none after the day on which it landed.
    package var on: CalendarDate
  }

  /// The version in force.
  package var version: Int
  package var inForceSince: CalendarDate
  package var every: Period
  /// The groups whose review is due first; empty where the owner reviews alone.
  package var groups: [String]
  /// The last review of those groups, from which the next one is counted.
  package var last: Review?
  /// The day by which the next review, or what the pending one decided, is due.
  package var due: CalendarDate
  /// A review that decided to revise or to retire, and was not followed yet.
  package var pending: Review?

  /// `nil` where nothing is in force on `day`.
  ///
  /// - Parameters:
  ///   - line: the policy as all landings left it.
  ///   - reviews: every review that counts, of any version, oldest first.
  ///   - snapshot: the policy as it stands, which says whether a verdict was followed and may ask for
  ///     more reviews than the workspace, never for fewer.
  ///   - settings: those by which the next landing is judged.
  ///   - day: the day that is asked about.
  package init?(
    of line: PolicyLine, reviews: [Review], snapshot: PolicySnapshot?, settings: JudgingSettings,
    on day: CalendarDate
  ) {
    guard let current = line.inForce(on: day),
      let since = line.interval(of: current.version)?.from
    else { return nil }
    let requirements = settings.requirements(for: current.snapshot.theme)
    let groups = requirements.livingGroups
    let periods = [requirements.reviewEvery, snapshot?.reviewEvery].compactMap(\.self)
    every = periods.min { $0.approximateDays < $1.approximateDays } ?? requirements.reviewEvery
    let reviews = reviews.filter { $0.version == current.version }
    version = current.version
    inForceSince = since
    let isFollowed = Self.isFollowed(snapshot, current.version, line)
    let latest = (groups.isEmpty ? ["none"] : groups).map { group in
      (group: group, all: reviews.filter { $0.group == group })
    }
    let undone = latest.compactMap(\.all.last).filter { $0.verdict != .keep && !isFollowed($0) }
    let starts = latest.map { group in
      let last = group.all.last { $0.verdict == .keep || isFollowed($0) }
      return (group: group.group, last: last, on: max(last?.on ?? since, since))
    }
    let first = starts.map(\.on).min() ?? since
    let waiting = starts.filter { $0.on == first }
    pending = undone.min { $0.on < $1.on }
    self.groups = groups.isEmpty ? [] : waiting.map(\.group)
    last = waiting.compactMap(\.last).last
    due = pending?.on.adding(Self.followedWithin) ?? first.adding(every)
  }

  private static func isFollowed(
    _ snapshot: PolicySnapshot?, _ version: Int, _ line: PolicyLine
  ) -> (Review) -> Bool {
    { review in
      switch review.verdict {
      case .revise:
        guard let snapshot else { return false }
        return snapshot.version > version || snapshot.stage != .iteration
      case .retire: return line.ending != nil || snapshot?.stage == .retired
      default: return true
      }
    }
  }

  /// How many days have gone by since `due`; 0 on that day and before it.
  package func overdueDays(on day: CalendarDate) -> Int { max(0, day.days(since: due)) }
}
