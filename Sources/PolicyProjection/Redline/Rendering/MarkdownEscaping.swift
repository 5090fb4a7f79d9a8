/// Words that a forge shows as they are.
enum MarkdownEscaping {
  private static let marks = Set("\\`*_[]<>~&|#@!$%^".unicodeScalars)
  /// Behind these a forge reads a name or a number: `@ana`, `#12`. It does so after the backslash is
  /// gone, so that it takes a zero-width space to keep the two apart.
  private static let references = Set("@#!$%&~^".unicodeScalars)

  static func escaped(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var out = String.UnicodeScalarView()
    // At the start of a line, behind digits too: `-`, `1.` and `1)` begin a list there, `=` makes a
    // heading of the line before, and `/` is a command to some forges.
    var isStart = true
    for (index, scalar) in scalars.enumerated() {
      let isLast = index + 1 == scalars.count
      let isEnd = isLast || scalars[index + 1].isBlank
      switch scalar {
      case "-", "+", "=", "/", ")": if isStart { out.append("\\") }
      // `www.` and `http:` begin a link.
      case ".", ":": if isStart || !isEnd { out.append("\\") }
      default: if marks.contains(scalar) { out.append("\\") }
      }
      out.append(scalar)
      if references.contains(scalar), !isLast, !isEnd { out.append("\u{200B}") }
      if scalar == "\n" {
        isStart = true
      } else if !scalar.isBlank, !("0"..."9").contains(scalar) {
        isStart = false
      }
    }
    return String(out)
  }
}
