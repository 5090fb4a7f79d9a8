/// Where the cells of a table row stand: cmark-gfm says on which line the row is, not where in it.
package enum TableRow {
  /// The trimmed ranges of the cells of one line. A pipe ends a cell unless a backslash stands
  /// before it (GFM spec, 4.10); the pipes at either end are optional, and the marks of a quote
  /// around the table are no part of it.
  package static func cellRanges(in bytes: [UInt8], line: SourceRange) -> [SourceRange] {
    var cells: [SourceRange] = []
    var start = trimmed(bytes, line).lowerBound
    let end = trimmed(bytes, line).upperBound
    while start < end, bytes[start] == UInt8(ascii: ">") {
      start = trimmed(bytes, start + 1..<end).lowerBound
    }
    if start < end, bytes[start] == UInt8(ascii: "|") { start += 1 }
    var offset = start
    while offset < end {
      if bytes[offset] == UInt8(ascii: "\\") {
        offset += 2
        continue
      }
      if bytes[offset] == UInt8(ascii: "|") {
        cells.append(trimmed(bytes, start..<offset))
        start = offset + 1
      }
      offset += 1
    }
    if start < end { cells.append(trimmed(bytes, start..<end)) }
    return cells
  }

  private static func trimmed(_ bytes: [UInt8], _ range: SourceRange) -> SourceRange {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, isBlank(bytes[start]) { start += 1 }
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    return start..<end
  }
}
