import CommonMark

extension FlowChart {
  /// The bytes of a drawing in the making.
  ///
  /// A chart is some thousand short pieces of markup and numbers; gathered as bytes they cost half
  /// of what they cost as a growing string.
  struct Ink {
    private var bytes: [UInt8] = []

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    var string: String { String(decoding: bytes, as: UTF8.self) }

    /// Markup, as it is.
    mutating func write(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

    /// Markup up to a number, and the number.
    mutating func write(_ markup: String, _ number: Int) {
      write(markup)
      guard 0..<1_000_000 ~= number else { return write(String(number)) }
      var scale = 1
      while scale * 10 <= number { scale *= 10 }
      while scale > 0 {
        bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / scale % 10))
        scale /= 10
      }
    }

    /// Words, escaped where something is to escape.
    mutating func write(words: Substring) {
      let needsCare = words.utf8.contains { $0 == 0x3C || $0 == 0x3E || $0 == 0x26 || $0 == 0x22 }
      if needsCare {
        var escaped = ""
        escaped.appendEscapingHTML(words)
        bytes.append(contentsOf: escaped.utf8)
      } else {
        bytes.append(contentsOf: words.utf8)
      }
    }
  }
}
