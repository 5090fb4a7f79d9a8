/// A half-open range of UTF-8 offsets into the file that a thing was read from.
package typealias SourceRange = Range<Int>

/// A place in a file as people count: lines and columns start at 1.
package struct SourcePosition: Sendable, Hashable, Codable {
  package var line: Int
  /// In Unicode scalars, so that tabs and wide characters count one each.
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// The bytes of one file and where its lines begin.
///
/// Everything that is read from a file remembers a ``SourceRange`` into its `SourceText`, so that a
/// finding can point at it, and an edit can replace exactly those bytes.
package struct SourceText: Sendable {
  package let bytes: [UInt8]
  /// The offset of the first byte of each line; never empty.
  package let lineStarts: [Int]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    lineStarts = starts
  }

  package init(_ string: String) {
    self.init(Array(string.utf8))
  }

  package var lineCount: Int { lineStarts.count }

  /// The index, from 0, of the line that holds `offset`.
  package func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The bytes of line `index` (from 0) without its line ending.
  package func lineRange(_ index: Int) -> SourceRange {
    let start = lineStarts[index]
    var end = index + 1 < lineStarts.count ? lineStarts[index + 1] : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  package func position(of offset: Int) -> SourcePosition {
    let index = lineIndex(of: min(max(offset, 0), bytes.count))
    let scalars = bytes[lineStarts[index]..<min(max(offset, 0), bytes.count)]
      .count { $0 & 0xC0 != 0x80 }
    return SourcePosition(line: index + 1, column: scalars + 1)
  }

  package func string(_ range: SourceRange) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// The first occurrence of `needle` that lies within `range`.
  package func find(_ needle: String, in range: SourceRange) -> SourceRange? {
    let wanted = Array(needle.utf8)
    let range = range.clamped(to: 0..<bytes.count)
    guard let first = wanted.first, range.count >= wanted.count else { return nil }
    for start in range.lowerBound...(range.upperBound - wanted.count)
    where bytes[start] == first && bytes[start..<start + wanted.count].elementsEqual(wanted) {
      return start..<start + wanted.count
    }
    return nil
  }

  /// `needle` where it stands in `range`, or all of `range` where it does not stand literally
  /// (an escape or an entity hides it).
  package func locate(_ needle: String, in range: SourceRange) -> SourceRange {
    find(needle, in: range) ?? range
  }
}
