extension FlowChart {
  /// Words set in lines of about even length.
  struct SetText {
    private(set) var lines: [Substring] = []
    /// Of the longest line, in pixels, as wide as any likely font draws it.
    private(set) var width = 0

    init(_ words: String, within limit: Int, size: Int) {
      let limit = limit * 100 / size
      if let plain = CharacterWidth.ofPlain(words), plain <= limit {
        lines = [words[...]]
        width = (plain * size + 99) / 100
        return
      }
      let text = Self.spaced(words)
      let pieces = Piece.all(of: text, within: limit)
      guard let last = pieces.last, let first = pieces.first else { return }
      var widest = pieces.reduce(-first.gap) { $0 + $1.gap + $1.width }
      if widest <= limit {
        lines = [text[first.start..<last.end]]
      } else {
        (lines, widest) = Self.broken(pieces, of: text, within: Self.evened(pieces, within: limit))
      }
      width = (widest * size + 99) / 100
    }

    /// With one space between words; XML allows no control characters, not even as references.
    private static func spaced(_ words: String) -> String {
      var isAfterSpace = false
      let needsCare = words.utf8.contains { byte in
        defer { isAfterSpace = byte == 0x20 }
        return byte < 0x20 || byte == 0x20 && isAfterSpace
      }
      guard needsCare else { return words }
      return words.unicodeScalars.split { $0.value <= 0x20 }.map(String.init)
        .joined(separator: " ")
    }

    /// The smallest limit that needs no more lines than `limit` does.
    private static func evened(_ pieces: [Piece], within limit: Int) -> Int {
      let fewest = count(pieces, within: limit)
      var low = pieces.reduce(0) { max($0, $1.width) }
      var high = limit
      while low < high {
        let middle = (low + high) / 2
        if count(pieces, within: middle) > fewest { low = middle + 1 } else { high = middle }
      }
      return high
    }

    private static func count(_ pieces: [Piece], within limit: Int) -> Int {
      var (count, used) = (0, limit)
      for piece in pieces {
        if used + piece.gap + piece.width > limit {
          count += 1
          used = piece.width
        } else {
          used += piece.gap + piece.width
        }
      }
      return count
    }

    private static func broken(
      _ pieces: [Piece], of text: String, within limit: Int
    ) -> ([Substring], widest: Int) {
      var lines: [Substring] = []
      var (start, end, used, widest) = (text.startIndex, text.startIndex, 0, 0)
      for piece in pieces {
        if used + piece.gap + piece.width > limit, end > start {
          lines.append(text[start..<end])
          used = 0
        }
        if used == 0 { start = piece.start } else { used += piece.gap }
        used += piece.width
        end = piece.end
        widest = max(widest, used)
      }
      if end > start { lines.append(text[start..<end]) }
      return (lines, widest)
    }
  }
}
