import PolicyModel
import Testing

@Suite struct `A day of the calendar` {
  /// The days in order, counted by hand rather than by the arithmetic under test.
  @Test func `is the same after a round trip, for every day from 1900 to 2100`() throws {
    var count = try #require(CalendarDate("1900-01-01")).daysSinceEpoch
    #expect(count == -25_567)
    for year in 1900...2100 {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      for (index, days) in [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        .enumerated()
      {
        for day in 1...days {
          let date = try #require(CalendarDate(year: year, month: index + 1, day: day))
          guard date.daysSinceEpoch == count, CalendarDate(daysSinceEpoch: count) == date,
            CalendarDate(date.description) == date
          else {
            Issue.record("\(date) is day \(date.daysSinceEpoch), not \(count)")
            return
          }
          count += 1
        }
        #expect(CalendarDate(year: year, month: index + 1, day: days + 1) == nil)
      }
    }
    #expect(try #require(CalendarDate("1970-01-01")).daysSinceEpoch == 0)
    #expect(try #require(CalendarDate("0001-01-01")).daysSinceEpoch == -719_162)
  }

  @Test(
    arguments: [
      "2024-13-45", "2024-02-30", "2023-02-29", "1900-02-29", "2024-00-01", "2024-01-00",
      "2024-04-31", "0000-01-01", "2024-1-1", "24-01-01", "2024/01/01", "2024-01-01 ",
      " 2024-01-01", "2024-01-01T00:00", "-024-01-01", "+024-01-01", "２０２４-01-01", "", "today",
      "2024-01-0١",
    ])
  func `is none where there is no such day, or it is written otherwise`(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test(
    arguments: [
      ("2026-01-31", "1 month", "2026-02-28"), ("2024-01-31", "1 month", "2024-02-29"),
      ("2026-01-31", "2 months", "2026-03-31"), ("2026-08-31", "6 months", "2027-02-28"),
      ("2024-02-29", "1 year", "2025-02-28"), ("2024-02-29", "4 years", "2028-02-29"),
      ("2026-12-31", "1 day", "2027-01-01"), ("2024-02-28", "1 day", "2024-02-29"),
      ("2026-11-30", "3 months", "2027-02-28"), ("2026-12-15", "1 month", "2027-01-15"),
      ("2026-01-01", "2 weeks", "2026-01-15"), ("2026-01-01", "0 days", "2026-01-01"),
      ("2026-01-01", "12 months", "2027-01-01"), ("2026-03-01", "365 days", "2027-03-01"),
    ])
  func `moves by whole periods, to the last day of a shorter month`(
    date: String, period: String, result: String
  ) throws {
    let period = try #require(Period(period))
    #expect(try #require(CalendarDate(date)).adding(period).description == result)
  }

  @Test func `is ordered, and counts the days between two`() throws {
    let early = try #require(CalendarDate("2026-02-28"))
    let late = try #require(CalendarDate("2026-03-01"))
    #expect(early < late)
    #expect(late.days(since: early) == 1)
    #expect(early.days(since: late) == -1)
    #expect(late.inWords == "1 March 2026")
  }
}

@Suite struct `A period` {
  @Test(
    arguments: [
      ("1 day", 1, Period.Unit.day), ("30 days", 30, .day), ("1 days", 1, .day),
      ("2 Weeks", 2, .week), ("6 months", 6, .month), ("9999 years", 9_999, .year),
      ("0 days", 0, .day), ("007 days", 7, .day),
    ])
  func `is a number and a unit`(text: String, count: Int, unit: Period.Unit) {
    #expect(Period(text) == Period(count, unit))
  }

  @Test(
    arguments: [
      "", "days", "6", "6months", "-1 days", "+1 days", "1.5 days", "six months", "6 moons",
      "6 months later", "10000 days", "٣ days", "6 dayss", "1e3 days",
    ])
  func `is nothing else`(text: String) {
    #expect(Period(text) == nil)
  }

  @Test func `is written back as it is read`() {
    for unit in Period.Unit.allCases {
      for count in [0, 1, 2, 30] {
        #expect(Period(Period(count, unit).description) == Period(count, unit))
      }
    }
  }
}
