extension FlowChart {
  /// A stretch of text that a line does not break: a word, or a part of one that is too long.
  struct Piece {
    var start: String.Index
    var end: String.Index
    /// In hundredths of the font size.
    var width: Int
    /// The space before it; 0 where it continues a word.
    var gap: Int

    /// The pieces of `text`, none wider than `limit` unless it is a single character.
    static func all(of text: String, within limit: Int) -> [Piece] {
      var pieces: [Piece] = []
      pieces.reserveCapacity(text.utf8.count / 5 + 1)
      let bytes = text.utf8
      var (start, width, isPlain) = (bytes.startIndex, 0, true)
      var index = bytes.startIndex
      while true {
        let byte = index < bytes.endIndex ? bytes[index] : 0x20
        if byte == 0x20 {
          if index > start {
            if isPlain, width <= limit {
              pieces.append(Piece(start: start, end: index, width: width, gap: space))
            } else {
              split(text[start..<index], within: limit, into: &pieces)
            }
          }
          guard index < bytes.endIndex else { return pieces }
          (width, isPlain) = (0, true)
        } else if byte < 0x80 {
          width += CharacterWidth.ofASCII(byte)
        } else {
          isPlain = false
        }
        bytes.formIndex(after: &index)
        if byte == 0x20 { start = index }
      }
    }

    private static let space = CharacterWidth.ofASCII(0x20)

    /// Cuts before a character that would not fit, and on either side of each wide one: Chinese and
    /// Japanese are written without spaces.
    private static func split(_ word: Substring, within limit: Int, into pieces: inout [Piece]) {
      var open = Piece(start: word.startIndex, end: word.startIndex, width: 0, gap: space)
      var wasWide = false
      for index in word.indices {
        let character = word[index]
        let isWide = CharacterWidth.isWide(character)
        let width = CharacterWidth.of(character)
        if open.width > 0, open.width + width > limit || isWide || wasWide {
          open.end = index
          pieces.append(open)
          open = Piece(start: index, end: index, width: 0, gap: 0)
        }
        open.width += width
        wasWide = isWide
      }
      open.end = word.endIndex
      pieces.append(open)
    }
  }
}
