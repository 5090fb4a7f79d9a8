/// Which elements two sequences have in common, in order: the edit script of Myers (“An O(ND)
/// Difference Algorithm and Its Variations”, 1986), bounded.
///
/// Where the two differ in more than `limit` places, elements that occur once in both cut them into
/// pieces (Cohen's patience diff), and each piece has a bound of its own. A piece that is above it
/// counts as replaced. So the time grows in proportion to the length, whatever the texts are.
struct SequenceDiff {
  /// A difference of so many elements is still found as small as it can be.
  static let limit = 1_000
  /// The same for each piece.
  static let pieceLimit = 200

  /// Pairs of indices of equal elements, both ascending.
  private(set) var pairs: [(old: Int, new: Int)] = []
  private let old: [Int]
  private let new: [Int]

  /// Elements are given as numbers: equal ones as equal numbers.
  init(from old: [Int], to new: [Int]) {
    self.old = old
    self.new = new
    compare(0..<old.count, 0..<new.count, isWhole: true)
  }

  private mutating func compare(_ older: Range<Int>, _ newer: Range<Int>, isWhole: Bool) {
    var (older, newer) = (older, newer)
    while let left = older.first, let right = newer.first, old[left] == new[right] {
      pairs.append((left, right))
      older = older.dropFirst()
      newer = newer.dropFirst()
    }
    var tail: [(Int, Int)] = []
    while let left = older.last, let right = newer.last, old[left] == new[right] {
      tail.append((left, right))
      older = older.dropLast()
      newer = newer.dropLast()
    }
    defer { pairs += tail.reversed().map { (old: $0.0, new: $0.1) } }
    if older.isEmpty || newer.isEmpty { return }
    if shortest(older, newer, limit: isWhole ? Self.limit : Self.pieceLimit) || !isWhole { return }
    var (left, right) = (older.lowerBound, newer.lowerBound)
    for anchor in anchors(older, newer) {
      compare(left..<anchor.old, right..<anchor.new, isWhole: false)
      pairs.append(anchor)
      (left, right) = (anchor.old + 1, anchor.new + 1)
    }
    compare(left..<older.upperBound, right..<newer.upperBound, isWhole: false)
  }

  /// Finds the shortest script, unless it has more than `limit` steps.
  private mutating func shortest(_ older: Range<Int>, _ newer: Range<Int>, limit: Int) -> Bool {
    let (n, m) = (older.count, newer.count)
    let bound = min(n + m, limit)
    // `reach[k + bound + 1]`: how far down `old` the diagonal `k` goes.
    var reach = [Int](repeating: 0, count: 2 * bound + 3)
    var rows: [[Int32]] = []
    for steps in 0...bound {
      rows.append((-steps...steps).map { Int32(reach[$0 + bound + 1]) })
      for k in stride(from: -steps, through: steps, by: 2) {
        let slot = k + bound + 1
        var x =
          k == -steps || (k != steps && reach[slot - 1] < reach[slot + 1])
          ? reach[slot + 1] : reach[slot - 1] + 1
        while x < n, x - k < m, x - k >= 0,
          old[older.lowerBound + x] == new[newer.lowerBound + x - k]
        {
          x += 1
        }
        reach[slot] = x
        if x >= n, x - k >= m {
          trace(rows, steps, older, newer)
          return true
        }
      }
    }
    return false
  }

  /// Walks back from the end of both through the rows that were reached.
  private mutating func trace(
    _ rows: [[Int32]], _ steps: Int, _ older: Range<Int>, _ newer: Range<Int>
  ) {
    var (x, y) = (older.count, newer.count)
    var found: [(old: Int, new: Int)] = []
    for step in (0...steps).reversed() {
      let row = rows[step]
      func reach(_ k: Int) -> Int { abs(k) <= step ? Int(row[k + step]) : -1 }
      let k = x - y
      let isDown = k == -step || (k != step && reach(k - 1) < reach(k + 1))
      let before = isDown ? k + 1 : k - 1
      let startX = step == 0 ? 0 : reach(before)
      let startY = step == 0 ? 0 : startX - before
      while x > startX, y > startY {
        x -= 1
        y -= 1
        found.append((older.lowerBound + x, newer.lowerBound + y))
      }
      (x, y) = (startX, startY)
    }
    pairs += found.reversed()
  }

  /// What occurs once on each side, as far as it stands in the same order.
  private func anchors(_ older: Range<Int>, _ newer: Range<Int>) -> [(old: Int, new: Int)] {
    var places: [Int: (old: Int, new: Int, olds: Int, news: Int)] = [:]
    for index in older {
      places[old[index], default: (0, 0, 0, 0)].old = index
      places[old[index], default: (0, 0, 0, 0)].olds += 1
    }
    for index in newer where places[new[index]] != nil {
      places[new[index], default: (0, 0, 0, 0)].new = index
      places[new[index], default: (0, 0, 0, 0)].news += 1
    }
    let single = places.values.filter { $0.olds == 1 && $0.news == 1 }.sorted { $0.new < $1.new }
    return longestRise(single.map(\.old)).map { (single[$0].old, single[$0].new) }
  }
}

/// The indices of a longest strictly rising subsequence.
func longestRise(_ values: [Int]) -> [Int] {
  var ends: [Int] = []
  var previous = [Int](repeating: -1, count: values.count)
  for (index, value) in values.enumerated() {
    var (low, high) = (0, ends.count)
    while low < high {
      let middle = (low + high) / 2
      if values[ends[middle]] < value { low = middle + 1 } else { high = middle }
    }
    if low > 0 { previous[index] = ends[low - 1] }
    if low == ends.count { ends.append(index) } else { ends[low] = index }
  }
  var rise: [Int] = []
  var index = ends.last ?? -1
  while index >= 0 {
    rise.append(index)
    index = previous[index]
  }
  return rise.reversed()
}
