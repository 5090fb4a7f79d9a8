import CommonMark

/// Keys of block mappings: the front-matter itself, and items with a line for each key.
extension FrontMatterSource {
  /// Gives a key another value.
  ///
  /// A comment behind the key or behind a value on one line stays; one between the lines of the old
  /// value goes with them, and so does one between these and the key where no lines follow.
  func replacing(
    _ pair: SourceNode.Pair, at column: Int, by value: EditValue
  ) throws(EditProblem) -> [Splice] {
    guard let colonEnd = pair.colonEnd else { throw unsafe(pair) }
    let old = pair.value
    let isBehind = old.style != .empty && old.style != .block
    let start = isBehind ? self.column(of: old.range.lowerBound) : self.column(of: colonEnd) + 1
    if let new = ValueLayout.inline(value, fittingAt: start) {
      switch old.style {
      case .empty: return [Splice(at: colonEnd, " " + new)]
      case .block:
        let below = nextLine(colonEnd)..<nextLine(old.range.upperBound)
        return [Splice(at: colonEnd, " " + new), Splice(below, [])]
      default: return [Splice(old.range, new)]
      }
    }
    var layout = layout
    if old.style == .block, !old.isRecord {
      layout.listOffset = self.column(of: old.range.lowerBound) - column
    }
    let below = joined(layout.below(value, at: column))
    switch old.style {
    case .empty: return [Splice(at: nextLine(colonEnd), below)]
    case .block: return [Splice(lines(old.range), below)]
    default:
      let isOnLineOfKey = lineStart(colonEnd) == lineStart(old.range.lowerBound)
      if !isOnLineOfKey, isRestBlank(from: old.range.upperBound) {
        return [Splice(lines(old.range), below)]
      }
      return [
        Splice((isOnLineOfKey ? colonEnd : old.range.lowerBound)..<old.range.upperBound, []),
        Splice(at: nextLine(old.range.upperBound), below),
      ]
    }
  }

  /// Adds a key behind the nearest of `order` that comes before it and is there; comments that follow
  /// that one's value stay below the new key. Also says at which place among the keys it then stands.
  func inserting(
    _ key: String, _ lines: [String], among pairs: [SourceNode.Pair], at column: Int,
    order: [String]
  ) -> (splices: [Splice], index: Int) {
    let index = Self.index(for: key, among: pairs, order: order)
    if index > 0 {
      let place = nextLine(Self.end(of: pairs[index - 1]))
      return ([Splice(at: place, joined(lines))], index)
    }
    guard let first = pairs.first else {
      return ([Splice(at: fence.yaml.upperBound, joined(lines))], 0)
    }
    // The first key may stand behind a hyphen.
    let text = joined(lines).utf8.dropFirst(column) + Array(ValueLayout.blanks(column).utf8)
    let start = first.key.range.lowerBound
    return ([Splice(start..<start, Array(text))], 0)
  }

  /// Where a key belongs: behind the last one present that `order` names before it.
  static func index(
    for key: String, among pairs: [SourceNode.Pair], order: [String]
  ) -> Int {
    guard let own = order.firstIndex(of: key) else { return pairs.count }
    for earlier in order[..<own].reversed() {
      if let index = pairs.firstIndex(where: { $0.key.name == earlier }) { return index + 1 }
    }
    return 0
  }

  func isRestBlank(from offset: Int) -> Bool {
    text.bytes[offset..<nextLine(offset)].allSatisfy(isBlankOrEnd)
  }

  func unsafe(_ pair: SourceNode.Pair) -> EditProblem {
    EditProblem(
      "`\(pair.key.name)` is written as \(pair.value.kindName) that cannot be edited safely",
      at: pair.key.range)
  }
}
