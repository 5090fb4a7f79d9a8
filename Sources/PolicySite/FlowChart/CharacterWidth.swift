extension FlowChart {
  /// How much room a character takes, in hundredths of the font size.
  ///
  /// No font is at hand when a chart is drawn, so the widths are those of DejaVu Sans, the widest
  /// that a reader is likely to have.
  enum CharacterWidth {
    static func ofASCII(_ byte: UInt8) -> Int {
      byte < 0x20 || byte > 0x7E ? 0 : Int(ascii[Int(byte) - 0x20])
    }

    /// The width of words that are ASCII and evenly spaced, which most are; `nil` of any others.
    static func ofPlain(_ words: String) -> Int? {
      var width = 0
      var last: UInt8 = 0x20
      for byte in words.utf8 {
        guard 0x20..<0x7F ~= byte, byte != 0x20 || last != 0x20 else { return nil }
        width += Int(ascii[Int(byte) - 0x20])
        last = byte
      }
      return last == 0x20 ? nil : width
    }

    static func of(_ character: Character) -> Int {
      if let byte = character.asciiValue { return ofASCII(byte) }
      return isWide(character) ? 2 * other : other
    }

    static func isWide(_ character: Character) -> Bool {
      guard let value = character.unicodeScalars.first?.value, value >= 0x1100 else { return false }
      return wide.contains { $0 ~= value }
    }

    /// A letter outside ASCII.
    private static let other = 64

    private static let wide: [ClosedRange<UInt32>] = [
      0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F000...0x1FAFF, 0x20000...0x3FFFF,
    ]

    // swift-format-ignore: one row of the ASCII table a line
    private static let ascii: [UInt8] = [
      32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34,
      64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 54,
      100, 69, 69, 70, 77, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75, 79,
      61, 79, 70, 64, 62, 74, 69, 99, 69, 62, 69, 40, 34, 40, 84, 50,
      50, 62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 28, 98, 64, 62,
      64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84,
    ]
  }
}
