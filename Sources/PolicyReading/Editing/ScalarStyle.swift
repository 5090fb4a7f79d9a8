/// How a text is written as one scalar on one line: plain where every reader of YAML takes it for
/// this very text, else in double quotes (YAML 1.2.2, 7.3.1 and 7.3.3).
enum ScalarStyle {
  /// The source of a text. Between brackets, in flow, more characters have a meaning.
  static func source(of text: String, isInFlow: Bool) -> String {
    isPlain(text, isInFlow: isInFlow) ? text : quoted(text)
  }

  static func isPlain(_ text: String, isInFlow: Bool) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first, let last = scalars.last, canBegin(first),
      !last.properties.isWhitespace, last != ":", !isTyped(text)
    else { return false }
    for (index, scalar) in scalars.enumerated() {
      guard isVisible(scalar), !(isInFlow && ",[]{}:".unicodeScalars.contains(scalar)) else {
        return false
      }
      guard index > 0 else { continue }
      if scalar == "#", scalars[index - 1].properties.isWhitespace { return false }
      if scalar.properties.isWhitespace, scalars[index - 1] == ":" { return false }
    }
    return true
  }

  /// Letters and digits of any script, and openings of what is not YAML's.
  private static func canBegin(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "("
        || scalar == "/"
      : !scalar.properties.isGraphemeExtend && !scalar.properties.isWhitespace
  }

  /// What can be seen, and blanks within a text. A tab is seen by nobody.
  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: false
    default: scalar != "\u{FEFF}"
    }
  }

  /// Whether some reader of YAML 1.1 takes it for a truth, nothing, a number, a time or a merge.
  private static func isTyped(_ text: String) -> Bool {
    let words: Set = ["y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"]
    if words.contains(text.lowercased()) { return true }
    guard let first = text.utf8.first, (0x30...0x39).contains(first) else { return false }
    // Sexagesimals, octals, hexadecimals, exponents, dates and times consist of these.
    return text.utf8.allSatisfy { "0123456789abcdefABCDEFxXoO_.,:+-tTzZ ".utf8.contains($0) }
  }

  private static func quoted(_ text: String) -> String {
    var source = "\""
    // By scalar: a quote with a combining mark is another character, and still a quote.
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "\"": source += "\\"; source.unicodeScalars.append(scalar)
      case "\n": source += "\\n"
      case "\r": source += "\\r"
      case "\t": source += "\\t"
      default:
        if isVisible(scalar) {
          source.unicodeScalars.append(scalar)
        } else {
          let digits = String(scalar.value, radix: 16)
          let width = scalar.value > 0xFFFF ? 8 : 4
          source += (width == 8 ? "\\U" : "\\u")
          source += String(repeating: "0", count: width - digits.utf8.count) + digits
        }
      }
    }
    return source + "\""
  }
}
