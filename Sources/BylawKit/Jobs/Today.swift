internal import Foundation
package import PolicyModel

/// The clock: the only place that asks what day it is.
package enum Today {
  /// The day in a time zone of the IANA data base. `nil` for a zone that this machine does not know.
  package static func date(in timeZone: String) -> CalendarDate? { date(in: timeZone, of: Date()) }

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
