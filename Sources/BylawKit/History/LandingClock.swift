import PolicyModel

/// The day of each landing.
///
/// The date of a commit is a claim, and the order of landings is none. So days never go back along the
/// line: the longest run of claims in which none goes back is believed, and every other landing stands
/// between its neighbours in that run. One clock that was ahead or behind moves nobody else's day, and
/// what is believed follows from the commits alone.
struct LandingClock: Sendable {
  /// In the order of the landings; none is after today.
  let days: [CalendarDate]
  /// What the commits say, in the organisation's time zone.
  let claims: [CalendarDate]
  let today: CalendarDate

  /// `seconds` say when each landing was committed, since 1970, oldest landing first.
  init(_ seconds: [Int], timeZone: String, today: CalendarDate) {
    self.init(
      claims: seconds.map {
        Today.date(in: timeZone, at: $0) ?? CalendarDate(daysSinceEpoch: $0 / 86_400)
      }, today: today)
  }

  init(claims: [CalendarDate], today: CalendarDate) {
    self.claims = claims
    self.today = today
    var days = claims
    let run = Self.longestRun(claims)
    var next = run.endIndex
    var bound: CalendarDate?
    for index in claims.indices.reversed() {
      if next > run.startIndex, run[next - 1] == index {
        next -= 1
        bound = claims[index]
      } else if let bound {
        days[index] = min(claims[index], bound)
      }
    }
    var last: CalendarDate?
    for index in days.indices {
      let day = max(min(days[index], today), last ?? min(days[index], today))
      days[index] = day
      last = day
    }
    self.days = days
  }

  var last: CalendarDate? { days.last }

  /// Whether a commit claims a day that has not come, so that days depend on when one asks.
  var isAhead: Bool { claims.contains { $0 > today } }

  /// Whether a landing claims a day after tomorrow: a clock near midnight is no offence.
  func isFarAhead(_ place: Int) -> Bool { claims[place].days(since: today) > 1 }

  /// The places of the longest run that never goes back; of several, the one that ends earliest.
  private static func longestRun(_ claims: [CalendarDate]) -> [Int] {
    // For each length, the end of the run of that length that ends earliest.
    var ends: [Int] = []
    var before: [Int?] = []
    for (index, claim) in claims.enumerated() {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if claims[ends[middle]] <= claim { low = middle + 1 } else { high = middle }
      }
      before.append(low > 0 ? ends[low - 1] : nil)
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var run: [Int] = []
    var place = ends.last
    while let index = place {
      run.append(index)
      place = before[index]
    }
    return run.reversed()
  }
}
