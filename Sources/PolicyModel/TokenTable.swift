package import CommonMark

/// The `{{name}}` tokens of one file, lifted out before cmark-gfm sees the text.
///
/// Each token is replaced by one private-use character and as many letters `x` as keep its length
/// in bytes, so that every position after it stays true. Private-use characters in the file itself
/// are refused, so nothing else can look like a token.
package struct TokenTable: Sendable, Hashable {
  package struct Token: Sendable, Hashable {
    package var name: String
    package var range: SourceRange

    package init(name: String, range: SourceRange) {
      self.name = name
      self.range = range
    }
  }

  /// In the order in which they stand in the file.
  package var tokens: [Token] = []

  package static let firstScalar: UInt32 = 0xE000
  package static let maximumCount = 6_400

  package init() {}

  package enum Piece: Sendable, Hashable {
    case text(Substring)
    case token(Token)
  }

  /// Cuts a text from the parsed document into words and tokens.
  package func pieces(of text: String) -> [Piece] {
    guard !tokens.isEmpty, text.utf8.contains(where: { $0 >= 0xEE }) else {
      return text.isEmpty ? [] : [.text(text[...])]
    }
    var pieces: [Piece] = []
    let scalars = text.unicodeScalars
    var start = scalars.startIndex
    var index = start
    while index < scalars.endIndex {
      guard let token = token(for: scalars[index]) else {
        index = scalars.index(after: index)
        continue
      }
      if start < index { pieces.append(.text(text[start..<index])) }
      pieces.append(.token(token))
      let padding = token.range.count - 3
      index =
        scalars.index(index, offsetBy: 1 + padding, limitedBy: scalars.endIndex)
        ?? scalars.endIndex
      start = index
    }
    if start < scalars.endIndex { pieces.append(.text(text[start...])) }
    return pieces
  }

  private func token(for scalar: Unicode.Scalar) -> Token? {
    guard scalar.value >= Self.firstScalar else { return nil }
    let index = Int(scalar.value - Self.firstScalar)
    return index < tokens.count ? tokens[index] : nil
  }

  /// Calls `body` for each token in `inlines`, those in addresses and titles included.
  package func forEachToken(in inlines: [Inline], _ body: (Token) -> Void) {
    guard !tokens.isEmpty else { return }
    func visit(_ text: String) {
      for case .token(let token) in pieces(of: text) { body(token) }
    }
    for inline in inlines {
      switch inline {
      case .text(let text), .code(let text), .html(let text): visit(text)
      case .softBreak, .lineBreak: break
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner):
        forEachToken(in: inner, body)
      case .link(let link, let inner), .image(let link, let inner):
        visit(link.destination)
        visit(link.title)
        forEachToken(in: inner, body)
      }
    }
  }

  /// The text as it is signed: braces that only look like a token are marked, with a sign that no file
  /// holds.
  package func signed(_ text: String) -> String {
    guard text.contains("{") else { return restored(text) }
    return pieces(of: text).map { piece in
      switch piece {
      case .text(let text): String(text).replacing("{", with: "\u{E000}{")
      case .token(let token): "{{\(token.name)}}"
      }
    }.joined()
  }

  /// The text as the author wrote it.
  package func restored(_ text: String) -> String {
    pieces(of: text).map { piece in
      switch piece {
      case .text(let text): String(text)
      case .token(let token): "{{\(token.name)}}"
      }
    }.joined()
  }
}
