/// The known name that `word` was most likely meant to be.
///
/// Counts insertions, removals, replacements and swaps of neighbours, and answers only when a third
/// of the longer word or less would have to change. Failing that, a name that begins with `word`.
package func nearestName(to word: String, among names: some Sequence<String>) -> String? {
  let wanted = Array(word.lowercased().unicodeScalars.prefix(64))
  var search = NameSearch(wanted: wanted)
  var best: (name: String, distance: Int)?
  for name in names {
    // A name whose length differs too much cannot be near: most are passed over here.
    let length = name.utf8.count
    if length > 6 * wanted.count + 6 || 2 * length + 2 < wanted.count { continue }
    let candidate = Array(name.lowercased().unicodeScalars.prefix(64))
    let limit = min(
      max(1, max(wanted.count, candidate.count) / 3), best?.distance ?? Int.max)
    guard let distance = search.distance(to: candidate, atMost: limit) else { continue }
    if let known = best, (known.distance, known.name) <= (distance, name) { continue }
    best = (name, distance)
  }
  if let best { return best.name }
  guard wanted.count >= 4 else { return nil }
  return names.filter { $0.lowercased().unicodeScalars.starts(with: wanted) }.min()
}

/// The edit distance between one word and many, in rows that are made once.
private struct NameSearch {
  let wanted: [Unicode.Scalar]
  private var beforeLast: [Int] = []
  private var last: [Int] = []
  private var current: [Int] = []

  init(wanted: [Unicode.Scalar]) { self.wanted = wanted }

  /// `nil` as soon as it is certain to be more than `limit`.
  mutating func distance(to other: [Unicode.Scalar], atMost limit: Int) -> Int? {
    guard abs(wanted.count - other.count) <= limit else { return nil }
    last = Array(0...other.count)
    current = last
    beforeLast = last
    for (i, a) in wanted.enumerated() {
      current[0] = i + 1
      var least = i + 1
      for (j, b) in other.enumerated() {
        var cost = min(last[j + 1] + 1, current[j] + 1, last[j] + (a == b ? 0 : 1))
        if i > 0, j > 0, a == other[j - 1], wanted[i - 1] == b {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        current[j + 1] = cost
        least = min(least, cost)
      }
      // A swap looks two rows back, so both rows must be beyond the limit.
      if least > limit, last.allSatisfy({ $0 > limit }) { return nil }
      swap(&beforeLast, &last)
      swap(&last, &current)
    }
    return last[other.count] <= limit ? last[other.count] : nil
  }
}
