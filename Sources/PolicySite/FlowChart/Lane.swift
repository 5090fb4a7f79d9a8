extension FlowChart {
  /// The line that runs down to a step from everywhere above that skips to it.
  struct Lane {
    var target: Int
    /// The heights at which lines come in, from top to bottom.
    var rows: [Int] = []
    /// The height at which it turns to its step.
    var bottom = 0
    /// Its place, counted from the pills: 1 is next to them.
    var level = 0

    var top: Int { rows.first ?? bottom }

    private func overlaps(_ other: Lane) -> Bool { top <= other.bottom && other.top <= bottom }

    /// How many lines of `outer` cross this one when it runs nearer to the pills.
    private func crossings(with outer: Lane) -> Int {
      let range = top...bottom
      return outer.rows.count { range ~= $0 } + (range ~= outer.bottom ? 1 : 0)
    }

    /// Gives each lane its level: few crossings first, few levels second.
    static func arranged(_ lanes: [Int: Lane]) -> [Int: Lane] {
      guard !lanes.isEmpty else { return lanes }
      var order: [Lane] = []
      for lane in lanes.values.sorted(by: { $0.target < $1.target }) {
        order.insert(lane, at: bestPlace(for: lane, in: order))
      }
      for index in order.indices {
        let inside = order[..<index].lazy.filter { $0.overlaps(order[index]) }
        order[index].level = 1 + inside.reduce(0) { max($0, $1.level) }
      }
      return Dictionary(uniqueKeysWithValues: order.map { ($0.target, $0) })
    }

    private static func bestPlace(for lane: Lane, in order: [Lane]) -> Int {
      var cost = order.reduce(0) { $0 + lane.crossings(with: $1) }
      var best = (place: 0, cost: cost)
      for (index, other) in order.enumerated() {
        cost += other.crossings(with: lane) - lane.crossings(with: other)
        if cost <= best.cost { best = (index + 1, cost) }
      }
      return best.place
    }
  }
}
