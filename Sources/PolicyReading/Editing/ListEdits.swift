import CommonMark

/// Items of lists, in the style of those that are there.
extension FrontMatterSource {
  /// Adds an item as the first or the last. It comes right beside its neighbour: comments above the
  /// first and below the last stay where they are.
  func adding(
    _ item: EditValue, first isFirst: Bool, to pair: SourceNode.Pair
  ) throws(EditProblem) -> [Splice] {
    let list = pair.value
    switch list.content {
    case .scalar where list.style == .empty:
      return try replacing(pair, at: column, by: .list([item]))
    case .list(let items) where items.isEmpty:
      return try replacing(pair, at: column, by: .list([item]))
    case .list(let items):
      if list.style == .flow { return addingInFlow(item, first: isFirst, items) }
      return addingLines(item, first: isFirst, list)
    default:
      throw EditProblem(
        "`\(pair.key.name)` is written as \(list.kindName), to which nothing can be added",
        at: pair.key.range)
    }
  }

  private func addingLines(
    _ item: EditValue, first isFirst: Bool, _ list: SourceNode
  ) -> [Splice] {
    let start = list.range.lowerBound
    let items = list.items
    let neighbour = isFirst ? items[0] : items[items.count - 1]
    // How many blanks follow the hyphens of this list.
    let between = text.bytes[start + 1..<max(start + 1, items[0].range.lowerBound)]
    let hasGap = !between.isEmpty && between.allSatisfy { $0 == UInt8(ascii: " ") }
    let lines = layout.item(
      item, at: column(of: start), gap: hasGap ? between.count : 1,
      isOpen: neighbour.isRecord && neighbour.style == .block)
    let place = isFirst ? lineStart(start) : nextLine(neighbour.range.upperBound)
    return [Splice(at: place, joined(lines))]
  }

  private func addingInFlow(
    _ item: EditValue, first isFirst: Bool, _ items: [SourceNode]
  ) -> [Splice] {
    let new = ValueLayout.inline(item, isInFlow: true)
    guard !isFirst else { return [placing(new, before: items[0].range.lowerBound)] }
    let last = items[items.count - 1].range
    let needed = column(of: last.upperBound) + new.unicodeScalars.count + 3
    if !beginsLine(last.lowerBound), needed > ValueLayout.width {
      let indent = ValueLayout.blanks(column(of: items[0].range.lowerBound))
      return [Splice(at: last.upperBound, "," + lineEnd + indent + new)]
    }
    return placing(new, behind: last.upperBound, of: last.lowerBound)
  }

  // MARK: Between brackets

  /// Puts `new` before what begins at `start`, on a line of its own where that has one.
  func placing(_ new: String, before start: Int) -> Splice {
    let separator = beginsLine(start) ? lineEnd + ValueLayout.blanks(column(of: start)) : " "
    return Splice(at: start, new + "," + separator)
  }

  /// Puts `new` behind what ends at `end` and begins at `start`, on a line of its own where that has
  /// one, below a comment that stands behind it.
  func placing(_ new: String, behind end: Int, of start: Int) -> [Splice] {
    guard beginsLine(start) else { return [Splice(at: end, ", " + new)] }
    let line = lineEnd + ValueLayout.blanks(column(of: start)) + new
    let comma = commaEnd(behind: end)
    let place = comma ?? end
    let rest = text.lineRange(text.lineIndex(of: place)).upperBound
    let next = text.bytes[place..<rest].first { !isBlank($0) }
    let isClear = next == nil || next == UInt8(ascii: "#")
    let inserted = Splice(at: isClear ? rest : place, comma == nil ? line : line + ",")
    guard comma == nil else { return [inserted] }
    if isClear, rest > end { return [Splice(at: end, ","), inserted] }
    return [Splice(at: end, "," + line)]
  }

  /// Whether only blanks stand before `offset` on its line.
  func beginsLine(_ offset: Int) -> Bool {
    text.bytes[lineStart(offset)..<offset].allSatisfy(isBlank)
  }

  private func commaEnd(behind end: Int) -> Int? {
    var offset = end
    while offset < fence.yaml.upperBound {
      switch text.bytes[offset] {
      case UInt8(ascii: ","): return offset + 1
      case UInt8(ascii: "#"): offset = text.lineRange(text.lineIndex(of: offset)).upperBound
      case let byte where isBlankOrEnd(byte): offset += 1
      default: return nil
      }
    }
    return nil
  }
}
