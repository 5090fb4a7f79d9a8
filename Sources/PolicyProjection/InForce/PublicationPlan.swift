package import PolicyModel

/// Which texts the sites show on a day, before anybody has read them.
package struct PublicationPlan: Sendable {
  package struct Item: Sendable {
    package var id: String
    /// The text that the page shows.
    package var shown: Candidate
    package var isUpcoming: Bool
    package var versions: [Version]
    package var retirement: PolicySnapshot.Retirement?
  }

  package struct Version: Sendable {
    package var candidate: Candidate
    package var from: CalendarDate
    package var until: CalendarDate?
    /// The days on which words that the public reads were amended, and all on which any were.
    package var amended: [CalendarDate]
    package var amendedInside: [CalendarDate]
  }

  package let items: [Item]
  package let common: Candidate?

  package init(_ lines: [String: PolicyLine], on day: CalendarDate) {
    common = lines["common"]?.latestCandidate()
    items = lines.values.filter { $0.id != "common" }.sorted { $0.id < $1.id }
      .compactMap { Self.item($0, day) }
  }

  private static func item(_ line: PolicyLine, _ day: CalendarDate) -> Item? {
    let past = line.versions(until: day)
    let hasEnded = line.ending.map { $0.day <= day } ?? false
    let ahead = line.upcoming(after: day)
    guard let shown = past.last ?? ahead.first else { return nil }
    return Item(
      id: line.id, shown: shown, isUpcoming: past.isEmpty,
      versions: (past + ahead).compactMap { version($0, line) },
      retirement: hasEnded ? line.ending?.retirement : nil)
  }

  private static func version(_ candidate: Candidate, _ line: PolicyLine) -> Version? {
    guard let interval = line.interval(of: candidate.version) else { return nil }
    func amendments(_ scopes: [Scope]) -> [CalendarDate] {
      line.amendments(of: candidate.version, in: scopes).filter { $0 > interval.from }
    }
    return Version(
      candidate: candidate, from: interval.from, until: interval.until,
      amended: amendments(Scope.ofPublicWords), amendedInside: amendments(Scope.allCases))
  }

  /// Every text that must be read.
  package var candidates: [Candidate] {
    items.flatMap { $0.versions.map(\.candidate) } + [common].compactMap(\.self)
  }
}
