import PolicyModel

/// Gives each landing a day that no one can set back: a commit's date is a claim, and its order is not.
struct LandingClock {
  let timeZone: String
  let today: CalendarDate
  private(set) var last: CalendarDate?
  /// Whether a commit claims a day that has not come, so that days depend on when one asks.
  private(set) var isAhead = false

  init(timeZone: String, today: CalendarDate) {
    self.timeZone = timeZone
    self.today = today
  }

  /// The committer's day, but not before that of the landing before, and not after today.
  mutating func day(of seconds: Int) -> CalendarDate {
    let claimed =
      Today.date(in: timeZone, at: seconds) ?? CalendarDate(daysSinceEpoch: seconds / 86_400)
    if claimed > today { isAhead = true }
    let day = max(min(claimed, today), last ?? min(claimed, today))
    last = day
    return day
  }
}
