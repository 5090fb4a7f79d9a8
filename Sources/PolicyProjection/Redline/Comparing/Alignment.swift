/// Which unit of the new document is which of the old one.
struct Alignment {
  /// For each new unit the index of the old one, if it was there.
  private(set) var old: [Int?]
  /// For each old unit the index of the new one, if it is still there.
  private(set) var new: [Int?]

  /// Words in common, of all words of two units, from which one counts as the other reworded.
  static let likeness = 0.4
  /// How many neighbours a unit is compared with to find the one that it was.
  static let reach = 8

  init(from older: [RedlineUnit], to newer: [RedlineUnit]) {
    old = Array(repeating: nil, count: newer.count)
    new = Array(repeating: nil, count: older.count)
    pairKeys(older, newer)
    pairEqual(older, newer)
    pairMoved(older, newer)
    pairAlike(older, newer)
  }

  private mutating func pair(_ older: Int, _ newer: Int) {
    old[newer] = older
    new[older] = newer
  }

  private var openOld: [Int] { new.indices.filter { new[$0] == nil } }
  private var openNew: [Int] { old.indices.filter { old[$0] == nil } }

  /// The same key is the same unit; where one occurs more often, the first is the first.
  private mutating func pairKeys(_ older: [RedlineUnit], _ newer: [RedlineUnit]) {
    var places: [ByteText: [Int]] = [:]
    for (index, unit) in older.enumerated().reversed() {
      if let key = unit.key { places[key, default: []].append(index) }
    }
    for (index, unit) in newer.enumerated() {
      if let key = unit.key, let place = places[key]?.popLast() { pair(place, index) }
    }
  }

  /// Units that are the same and stand in the same order.
  private mutating func pairEqual(_ older: [RedlineUnit], _ newer: [RedlineUnit]) {
    var numbers: [[UInt8]: Int] = [:]
    func number(_ unit: RedlineUnit) -> Int {
      let next = numbers.count
      return numbers[unit.form, default: next]
    }
    let (olds, news) = (openOld, openNew)
    for unit in older + newer { numbers[unit.form] = number(unit) }
    let diff = SequenceDiff(
      from: olds.map { number(older[$0]) }, to: news.map { number(newer[$0]) })
    for place in diff.pairs { pair(olds[place.old], news[place.new]) }
  }

  /// Units that are the same wherever they stand; what only holds others does not move.
  private mutating func pairMoved(_ older: [RedlineUnit], _ newer: [RedlineUnit]) {
    var places: [[UInt8]: [Int]] = [:]
    for index in openOld.reversed() where !older[index].isFrame {
      places[older[index].form, default: []].append(index)
    }
    for index in openNew where !newer[index].isFrame {
      if let place = places[newer[index].form]?.popLast() { pair(place, index) }
    }
  }

  /// Between units that are known, those that have most words in common.
  private mutating func pairAlike(_ older: [RedlineUnit], _ newer: [RedlineUnit]) {
    var found: [(likeness: Double, old: Int, new: Int)] = []
    for gap in gaps() {
      let bags = gap.old.map { WordBag(older[$0].words) }
      for (place, index) in gap.new.enumerated() {
        let bag = WordBag(newer[index].words)
        let middle = place * gap.old.count / max(gap.new.count, 1)
        let low = max(0, min(middle, gap.old.count - 1) - Self.reach)
        for candidate in low..<min(gap.old.count, low + 2 * Self.reach + 1) {
          let one = older[gap.old[candidate]]
          let other = newer[index]
          guard one.canBecome(other) else { continue }
          let likeness = one.isFrame ? Self.likeness : bags[candidate].likeness(to: bag)
          if likeness >= Self.likeness { found.append((likeness, gap.old[candidate], index)) }
        }
      }
    }
    found.sort { ($1.likeness, $0.new, $0.old) < ($0.likeness, $1.new, $1.old) }
    for match in found where new[match.old] == nil && old[match.new] == nil {
      pair(match.old, match.new)
    }
  }

  /// Runs of unknown units between the same two known neighbours.
  private func gaps() -> [(old: [Int], new: [Int])] {
    var gaps: [(old: [Int], new: [Int])] = []
    let known = inOrder
    var (left, right) = (0, 0)
    for end in known + [(old: new.count, new: old.count)] {
      let olds = (left..<end.old).filter { new[$0] == nil }
      let news = (right..<end.new).filter { old[$0] == nil }
      if !olds.isEmpty, !news.isEmpty { gaps.append((olds, news)) }
      (left, right) = (end.old + 1, end.new + 1)
    }
    return gaps
  }

  /// The pairs that kept their order: as many as can be. The others moved.
  var inOrder: [(old: Int, new: Int)] {
    let pairs = old.indices.compactMap { index in old[index].map { (old: $0, new: index) } }
    return longestRise(pairs.map(\.old)).map { pairs[$0] }
  }
}

extension RedlineUnit {
  /// Whether it may be the same unit in other words.
  fileprivate func canBecome(_ other: RedlineUnit) -> Bool {
    if isKeyFirm || other.isKeyFirm { return false }
    return isFrame == other.isFrame && (!isFrame || subject.kind == other.subject.kind)
  }
}

/// How often each word occurs in a unit.
struct WordBag {
  private var counts: [ByteText: Int] = [:]
  private var total = 0

  init(_ words: [RedlineWord]) {
    for word in words where !word.isBlank {
      counts[word.text, default: 0] += 1
      total += 1
    }
  }

  /// Dice's coefficient: twice the words in common by the words of both, from 0 to 1.
  func likeness(to other: WordBag) -> Double {
    guard total + other.total > 0 else { return 1 }
    var common = 0
    for (word, count) in counts { common += min(count, other.counts[word] ?? 0) }
    return Double(2 * common) / Double(total + other.total)
  }
}
