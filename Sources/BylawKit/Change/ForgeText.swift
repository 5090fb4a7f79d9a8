import PolicyProjection

/// Words for a page of a forge: nothing in them is a mark-up, a mention or a command.
enum ForgeText {
  static func words(_ text: String) -> String {
    MarkdownEscaping.escaped(text.split(whereSeparator: \.isNewline).joined(separator: " "))
  }

  /// A code span where that is safe, as it is for names, addresses and commands.
  static func code(_ text: String) -> String {
    let isSafe =
      !text.isEmpty
      && text.utf8.allSatisfy { byte in
        (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "`")
      }
    return isSafe && text.first != " " && text.last != " " ? "`\(text)`" : words(text)
  }

  /// A headline, in which names stand in backquotes.
  static func inline(_ text: String) -> String {
    let pieces = text.split(separator: "`", omittingEmptySubsequences: false)
    guard pieces.count % 2 == 1 else { return words(text) }
    return pieces.enumerated().map { index, piece in
      index % 2 == 0 ? words(String(piece)) : code(String(piece))
    }.joined()
  }

  /// What opens with a click. `summary` is the program's own words.
  static func details(_ summary: String, _ text: String) -> String {
    "<details>\n<summary>\(summary)</summary>\n\n\(text)\n</details>\n"
  }

  /// At most so many bytes of whole lines.
  static func cut(_ text: String, at limit: Int, more: String) -> String {
    guard text.utf8.count > limit else { return text }
    var out = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard out.utf8.count + line.utf8.count < limit else { break }
      out += line + "\n"
    }
    return out + "\n" + more + "\n"
  }
}
