import CommonMark

/// A word, a mark of punctuation or a stretch of blanks, and how it is set.
struct RedlineWord {
  /// Something that changes how words look or where they lead, and not the words.
  enum Mark: Hashable {
    case emphasis, strong, strikethrough, code, lineBreak
    /// `number` tells one link of a unit from the next.
    case link(Link, number: Int)
    case image(Link, number: Int)
    /// A block that begins here, by its name and its depth.
    case block(String, depth: Int)
    /// What an e-mail needs to know, else it leaves this out.
    case condition(String)
  }

  var text: ByteText
  var marks: [Mark]

  init(_ text: String, _ marks: [Mark] = []) {
    self.text = ByteText(text)
    self.marks = marks
  }

  /// Whether it begins a block.
  var isBoundary: Bool {
    switch marks.first {
    case .block?, .condition?: true
    default: false
    }
  }

  /// Whether there is nothing in it to read.
  var isBlank: Bool { text.text.unicodeScalars.allSatisfy(\.isBlank) }
}

extension Unicode.Scalar {
  /// A blank as CommonMark 0.29 §2.1 has it (“Unicode whitespace character”).
  var isBlank: Bool {
    switch value {
    case 0x09, 0x0A, 0x0C, 0x0D, 0x20: true
    case 0..<0x80: false
    default: properties.generalCategory == .spaceSeparator
    }
  }
}
