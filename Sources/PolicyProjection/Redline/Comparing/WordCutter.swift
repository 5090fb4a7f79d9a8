/// Cuts a text into the pieces that a reader would call words: the pieces joined are the text.
///
/// A number with its separators, a word with its hyphens and apostrophes, a rule id, and a
/// `{{token}}` are one piece each, as are neighbouring blanks. In scripts that are written without
/// blanks each character is one.
enum WordCutter {
  private enum Kind { case letter, digit, lone, joiner, extender, blank, other }

  static func words(of text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    var words: [String] = []
    var (start, index) = (0, text.startIndex)
    while start < scalars.count {
      let end = end(of: start, in: scalars)
      let bytes = scalars[start..<end].reduce(0) { $0 + UTF8.width($1) }
      let next = text.utf8.index(index, offsetBy: bytes)
      words.append(String(text[index..<next]))
      (start, index) = (end, next)
    }
    return words
  }

  private static func end(of start: Int, in scalars: [Unicode.Scalar]) -> Int {
    if let end = tokenEnd(start, scalars) { return end }
    let first = kind(of: scalars[start])
    var end = start + 1
    while end < scalars.count {
      let kind = kind(of: scalars[end])
      switch (first, kind) {
      case (.blank, .blank): end += 1
      case (.blank, _): return end
      case (_, .extender): end += 1
      case (.letter, .letter), (.letter, .digit), (.digit, .letter), (.digit, .digit): end += 1
      case (.letter, .joiner), (.digit, .joiner):
        guard end + 1 < scalars.count, joins(scalars[end], scalars[end - 1], scalars[end + 1])
        else { return end }
        end += 2
      default: return end
      }
    }
    return end
  }

  /// Whether `joiner` stands inside a word: a comma and a point do so only between digits.
  private static func joins(
    _ joiner: Unicode.Scalar, _ before: Unicode.Scalar, _ after: Unicode.Scalar
  ) -> Bool {
    switch joiner {
    case ".", ",", ":": kind(of: before) == .digit && kind(of: after) == .digit
    default: kind(of: after) == .letter || kind(of: after) == .digit
    }
  }

  /// The end of `{{name}}`, which a sender fills in as a whole.
  private static func tokenEnd(_ start: Int, _ scalars: [Unicode.Scalar]) -> Int? {
    guard start + 1 < scalars.count, scalars[start] == "{", scalars[start + 1] == "{" else {
      return nil
    }
    for index in start + 2..<min(scalars.count, start + 100) {
      if scalars[index] == "{" || scalars[index].isBlank { return nil }
      if scalars[index] == "}" {
        return index + 1 < scalars.count && scalars[index + 1] == "}" ? index + 2 : nil
      }
    }
    return nil
  }

  private static func kind(of scalar: Unicode.Scalar) -> Kind {
    switch scalar {
    case "a"..."z", "A"..."Z": return .letter
    case "0"..."9": return .digit
    case "-", "'", "’", "_", ".", ",", ":": return .joiner
    default: break
    }
    if scalar.isBlank { return .blank }
    if scalar.value < 0x80 { return .other }
    switch scalar.value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x9FFF, 0xF900...0xFAFF,
      0x20000...0x3FFFF:
      return isMark(scalar) ? .extender : .lone
    case 0x200C, 0x200D, 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF: return .extender
    default: break
    }
    if isMark(scalar) { return .extender }
    if scalar.properties.isAlphabetic { return .letter }
    return scalar.properties.numericType == .decimal ? .digit : .other
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }
}
