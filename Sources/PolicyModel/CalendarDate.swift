/// A day of the Gregorian calendar in the organisation's time zone, without a time of day.
package struct CalendarDate: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
  package let year: Int
  package let month: Int
  package let day: Int

  /// `nil` where there is no such day: nothing rolls over.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.days(in: month, of: year)).contains(day)
    else { return nil }
    self.init(checked: year, month, day)
  }

  private init(checked year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads exactly `YYYY-MM-DD`.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
      return nil
    }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  package init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let date = CalendarDate(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not a date: \(text)"))
    }
    self = date
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  /// `2026-02-01`
  package var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// `1 February 2026`
  package var inWords: String { "\(day) \(Self.monthNames[month - 1]) \(year)" }

  package static func < (left: Self, right: Self) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// The day so much later. A month later than 31 January is the last day of February.
  package func adding(_ period: Period) -> CalendarDate {
    switch period.unit {
    case .day: Self(daysSinceEpoch: daysSinceEpoch + period.count)
    case .week: Self(daysSinceEpoch: daysSinceEpoch + period.count * 7)
    case .month: addingMonths(period.count)
    case .year: addingMonths(period.count * 12)
    }
  }

  private func addingMonths(_ count: Int) -> CalendarDate {
    let months = year * 12 + (month - 1) + count
    let year = months / 12
    let month = months % 12 + 1
    return Self(checked: year, month, min(day, Self.days(in: month, of: year)))
  }

  /// Days from `other` to this day; negative when this one is earlier.
  package func days(since other: CalendarDate) -> Int { daysSinceEpoch - other.daysSinceEpoch }

  /// Days since 1 January 1970 (the civil-from-days arithmetic of the proleptic calendar).
  package var daysSinceEpoch: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  package init(daysSinceEpoch days: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(checked: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  package static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}

/// A length of time in whole calendar units, such as `30 days` or `6 months`.
package struct Period: Sendable, Hashable, Codable, CustomStringConvertible {
  package enum Unit: String, Sendable, Hashable, Codable, CaseIterable {
    case day, week, month, year
  }

  package var count: Int
  package var unit: Unit

  package init(_ count: Int, _ unit: Unit) {
    self.count = count
    self.unit = unit
  }

  /// Reads `<number> <unit>`, the unit in singular or plural; up to four digits.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: " ")
    guard parts.count == 2, parts[0].utf8.count <= 4, let count = Int(parts[0]), count >= 0,
      parts[0].utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    let name = parts[1].lowercased()
    guard
      let unit = Unit.allCases.first(where: { name == $0.rawValue || name == $0.rawValue + "s" })
    else { return nil }
    self.init(count, unit)
  }

  package var description: String { "\(count) \(unit.rawValue)\(count == 1 ? "" : "s")" }

  /// The shortest this can be, in days: for comparing one period with another.
  package var approximateDays: Int {
    switch unit {
    case .day: count
    case .week: count * 7
    case .month: count * 30
    case .year: count * 365
    }
  }
}
