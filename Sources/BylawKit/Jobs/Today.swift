internal import Foundation
package import PolicyModel

/// The clock: the only place that asks what day it is.
package enum Today {
  /// The day in a time zone of the IANA data base. `nil` for a zone that this machine does not know.
  package static func date(in timeZone: String) -> CalendarDate? { date(in: timeZone, of: Date()) }

  /// Throws for a day that lies ahead: what is in force then is not known yet.
  package static func refuseFuture(
    _ day: CalendarDate?, today: CalendarDate
  ) throws(LoadError) {
    guard let day, day > today else { return }
    throw LoadError(
      "\(day.inWords) lies ahead, and what is in force then is not known yet",
      help: "Give \(today) or an earlier day with --as-of.")
  }

  /// What to say of a record that claims a day which is not the machine's; `nil` within a day of it.
  package static func doubt(
    about day: CalendarDate, machine: CalendarDate?
  ) -> String? {
    guard let machine, abs(day.daysSinceEpoch - machine.daysSinceEpoch) > 1 else { return nil }
    return "warning: the record says that it was signed on \(day.inWords), and this machine's day "
      + "is \(machine.inWords)."
  }

  /// The day of a time in seconds since 1970, UTC, in a time zone.
  static func date(in timeZone: String, at seconds: Int) -> CalendarDate? {
    date(in: timeZone, of: Date(timeIntervalSince1970: TimeInterval(seconds)))
  }

  private static func date(in timeZone: String, of time: Date) -> CalendarDate? {
    guard let zone = TimeZone(identifier: timeZone) else { return nil }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let parts = calendar.dateComponents([.year, .month, .day], from: time)
    guard let year = parts.year, let month = parts.month, let day = parts.day else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }
}
