import PolicyModel
import PolicyProjection

/// How long a built site stays true.
enum Validity {
  /// The first day on which something that is upcoming comes into force.
  static func end(of publication: Publication) -> (date: CalendarDate, reason: String)? {
    publication.entries.compactMap { entry -> (date: CalendarDate, reason: String)? in
      let facts = entry.policy.facts
      guard entry.isUpcoming, let effective = facts.effective else { return nil }
      let version = facts.version?.value ?? 1
      return (effective.value, "version \(version) of \(entry.policy.id) begins")
    }.min { ($0.date, $0.reason) < ($1.date, $1.reason) }
  }
}
