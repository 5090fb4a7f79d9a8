import PolicyModel
import PolicyProjection

/// How long a built site stays true.
enum Validity {
  typealias End = (date: CalendarDate, reason: String)

  /// The first day on which the sites would have to show something else: a version is announced or
  /// begins, or a policy ends.
  static func end(of publication: Publication) -> End? {
    publication.entries.flatMap { ends(of: $0, after: publication.today) }
      .min { ($0.date, $0.reason) < ($1.date, $1.reason) }
  }

  private static func ends(of entry: Publication.Entry, after today: CalendarDate) -> [End] {
    let id = entry.policy.id
    var ends: [End] = []
    func begins(_ version: Int, _ day: CalendarDate) {
      if day > today { ends.append((day, "version \(version) of \(id) begins")) }
    }
    for version in entry.versions { begins(version.number, version.from) }
    if entry.versions.isEmpty, let day = entry.policy.facts.effective?.value {
      begins(entry.policy.facts.version?.value ?? 1, day)
    }
    if entry.isUpcoming, let day = entry.policy.facts.announced?.value, day > today {
      ends.append((day, "\(id) is announced"))
    }
    if let end = entry.versions.last?.until, end > today { ends.append((end, "\(id) ends")) }
    return ends
  }
}
