import CommonMark

/// Finds phrases in the bytes of a file, in one pass for all of them.
///
/// A phrase matches at the beginning of a word, in any case of ASCII letters, whatever blanks and line
/// ends stand between its words; what follows it may continue the last word.
struct PhraseTable: Sendable {
  private let phrases: [[UInt8]]
  /// The indices of the phrases that begin with a byte.
  private let byFirst: [[Int]]

  init(_ phrases: [String]) {
    self.phrases = phrases.map { Array($0.utf8) }
    var byFirst = [[Int]](repeating: [], count: 256)
    for (index, phrase) in self.phrases.enumerated() {
      if let first = phrase.first { byFirst[Int(first)].append(index) }
    }
    self.byFirst = byFirst
  }

  /// Calls `body` with the index of each phrase that stands in `range`, and where.
  func forEachMatch(
    in bytes: [UInt8], _ range: SourceRange, _ body: (Int, SourceRange) -> Void
  ) {
    var isStart = true
    for offset in range.clamped(to: 0..<bytes.count) {
      let byte = Self.folded(bytes[offset])
      let isWord = Self.isWord(byte)
      defer { isStart = !isWord }
      guard isStart, isWord else { continue }
      for index in byFirst[Int(byte)] {
        if let end = end(of: phrases[index], in: bytes, from: offset, to: range.upperBound) {
          body(index, offset..<end)
        }
      }
    }
  }

  /// Whether one of the phrases stands in `range`.
  func hasMatch(in bytes: [UInt8], _ range: SourceRange) -> Bool {
    var isStart = true
    for offset in range.clamped(to: 0..<bytes.count) {
      let byte = Self.folded(bytes[offset])
      let isWord = Self.isWord(byte)
      if isStart, isWord {
        for index in byFirst[Int(byte)]
        where end(of: phrases[index], in: bytes, from: offset, to: range.upperBound) != nil {
          return true
        }
      }
      isStart = !isWord
    }
    return false
  }

  private func end(
    of phrase: [UInt8], in bytes: [UInt8], from start: Int, to limit: Int
  ) -> Int? {
    var offset = start
    for wanted in phrase {
      guard offset < limit else { return nil }
      if wanted == 0x20 {
        guard Self.isBlank(bytes[offset]) else { return nil }
        while offset < limit, Self.isBlank(bytes[offset]) { offset += 1 }
      } else {
        guard Self.folded(bytes[offset]) == wanted else { return nil }
        offset += 1
      }
    }
    return offset
  }

  static func folded(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  static func isWord(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}
