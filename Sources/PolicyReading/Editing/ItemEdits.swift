import CommonMark

/// Keys within the items of a list.
extension FrontMatterSource {
  /// Gives a key of an item another value, or adds it at its place in `order`.
  ///
  /// An item between braces on one line gets a line for each key once it no longer fits on its own.
  func setting(
    _ field: String, to value: EditValue, inItem index: Int, of pair: SourceNode.Pair,
    order: [String]
  ) throws(EditProblem) -> [Splice] {
    let items = pair.value.items
    guard items.indices.contains(index), items[index].isRecord else {
      throw EditProblem(
        items.indices.contains(index)
          ? "An item of `\(pair.key.name)` is written as \(items[index].kindName), without keys"
          : "`\(pair.key.name)` has no item \(index + 1)", at: pair.key.range)
    }
    let item = items[index]
    let column = column(of: item.range.lowerBound)
    let present = item.pairs.first { $0.key.name == field }
    if item.style == .block {
      if let present { return try replacing(present, at: column, by: value) }
      let lines = layout.pair(field, value, at: column)
      return inserting(field, lines, among: item.pairs, at: column, order: order).splices
    }
    let place = Self.index(for: field, among: item.pairs, order: order)
    let splices = splicesInFlow(item, present, field, value, place)
    let isOnLine = lineStart(item.range.lowerBound) == lineStart(item.range.upperBound)
    let end = self.column(of: item.range.upperBound)
    let growth = splices.map { Self.length($0.bytes[...]) - Self.length(text.bytes[$0.range]) }
    if pair.value.style == .block, isOnLine, end <= ValueLayout.width,
      end + growth.reduce(0, +) > ValueLayout.width
    {
      return [opening(item, setting: field, to: value, at: place)]
    }
    return splices
  }

  /// In Unicode scalars.
  private static func length(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.count { $0 & 0xC0 != 0x80 }
  }

  private func splicesInFlow(
    _ item: SourceNode, _ present: SourceNode.Pair?, _ field: String, _ value: EditValue,
    _ place: Int
  ) -> [Splice] {
    let new = ValueLayout.inline(value, isInFlow: true)
    if let present {
      guard present.value.style == .empty else { return [Splice(present.value.range, new)] }
      if let colonEnd = present.colonEnd { return [Splice(at: colonEnd, " " + new)] }
      return [Splice(at: present.key.range.upperBound, ": " + new)]
    }
    let text = ValueLayout.flowPair(field, value)
    guard let first = item.pairs.first else {
      return [Splice(at: item.range.lowerBound + 1, text)]
    }
    guard place > 0 else { return [placing(text, before: first.key.range.lowerBound)] }
    let neighbour = item.pairs[place - 1]
    return placing(
      text, behind: Self.end(of: neighbour), of: neighbour.key.range.lowerBound)
  }

  /// The item with a line for each key. The other keys and values keep their bytes.
  private func opening(
    _ item: SourceNode, setting field: String, to value: EditValue, at place: Int
  ) -> Splice {
    let column = column(of: item.range.lowerBound)
    let new = layout.pair(field, value, at: column)
    var lines: [String] = []
    for (index, pair) in item.pairs.enumerated() {
      let isSet = pair.key.name == field
      if index == place, !item.pairs.contains(where: { $0.key.name == field }) { lines += new }
      let value = pair.value.style == .empty ? "" : " " + text.string(pair.value.range)
      let source = ValueLayout.blanks(column) + text.string(pair.key.range) + ":" + value
      lines += isSet ? new : [source]
    }
    if place == item.pairs.count, !item.pairs.contains(where: { $0.key.name == field }) {
      lines += new
    }
    return Splice(
      item.range, Array(lines.joined(separator: lineEnd).utf8.dropFirst(column)))
  }
}
