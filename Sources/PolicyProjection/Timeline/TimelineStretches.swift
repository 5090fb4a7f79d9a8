import PolicyModel

/// Tells what came before what within one landing and day, where only the steps have an order.
///
/// A stretch goes from a step into research or development to the steps that leave it. Its rounds stand
/// between: opened where words are written, and closed before the step that they allow.
struct TimelineStretches {
  struct Place: Hashable {
    var version: Int
    var landing: Int
    var day: CalendarDate
  }

  /// Landings come one after another; what a landing brings, by the days that it claims.
  struct Order: Comparable {
    /// Within one stretch.
    enum Rank: Int {
      case begin, open, record, close, goOn, outcome
    }

    var place: Place
    var stretch: Int
    var rank: Rank
    var name: String
    /// How many came before it: steps stand in their file's order.
    var count: Int

    static func < (left: Self, right: Self) -> Bool {
      (left.place.landing, left.place.day, left.stretch, left.rank.rawValue, left.name, left.count)
        < (
          right.place.landing, right.place.day, right.stretch, right.rank.rawValue, right.name,
          right.count
        )
    }
  }

  /// The stretch that the steps have reached.
  private var reached: [Place: (stretch: Int, hasLeft: Bool)] = [:]
  private var opened: [Int: (place: Place, stretch: Int)] = [:]

  /// Steps are asked about first, then rounds, then records. A round is brief that was closed on the
  /// same day: it stands in the first stretch, before the step that it allows.
  mutating func stretch(
    of event: Timeline.Event, at place: Place, _ rank: Order.Rank, isBrief: Bool
  ) -> Int {
    var current = reached[place] ?? (0, false)
    switch rank {
    case .begin:
      if current.hasLeft { current = (current.stretch + 1, false) }
      reached[place] = current
    case .goOn:
      current.hasLeft = true
      reached[place] = current
    case .open:
      let stretch = isBrief ? 0 : current.stretch
      if let round = event.round { opened[round] = (place, stretch) }
      return stretch
    case .record, .close:
      let round = event.round.flatMap { opened[$0] }
      return round?.place == place ? round?.stretch ?? 0 : 0
    case .outcome: break
    }
    return current.stretch
  }
}
