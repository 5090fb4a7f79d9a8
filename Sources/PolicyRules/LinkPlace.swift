import CommonMark

/// Where the address of a link stands: behind its words, or in the definition that it refers to.
enum LinkPlace {
  /// `address` as it is written in `range`, the text of the link; else in a definition anywhere in
  /// the file; else all of `range`, as where an entity hides it.
  static func find(_ address: String, in range: SourceRange, of text: SourceText) -> SourceRange {
    inline(address, in: range, of: text) ?? definition(address, in: text)
      ?? text.locate(address, in: range)
  }

  /// In `[words](address)` or `<address>`: the same letters may stand elsewhere in the text.
  private static func inline(
    _ address: String, in range: SourceRange, of text: SourceText
  ) -> SourceRange? {
    var rest = range.clamped(to: 0..<text.bytes.count)
    while let found = text.find(address, in: rest) {
      let before = text.bytes[range.lowerBound..<found.lowerBound].last { $0 != 0x20 && $0 != 0x0A }
      if before == UInt8(ascii: "(") || before == UInt8(ascii: "<") { return found }
      rest = found.lowerBound + 1..<rest.upperBound
    }
    return nil
  }

  /// In `[label]: address`, the address on the same line or on the next one.
  private static func definition(_ address: String, in text: SourceText) -> SourceRange? {
    for line in 0..<text.lineCount {
      let range = text.lineRange(line)
      let content = text.bytes[range].drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
      guard content.first == UInt8(ascii: "["), let colon = text.find("]:", in: range) else {
        continue
      }
      let next = text.lineRange(min(line + 1, text.lineCount - 1))
      guard let found = text.find(address, in: colon.upperBound..<next.upperBound) else { continue }
      let between = text.bytes[colon.upperBound..<found.lowerBound]
      if between.allSatisfy({ " \t\r\n<".utf8.contains($0) }) { return found }
    }
    return nil
  }
}
