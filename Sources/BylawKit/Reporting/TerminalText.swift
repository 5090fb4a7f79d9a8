/// Text from files as a terminal may show it: nothing in it can move the cursor, change colours or
/// reorder the line, nor is it a command to a CI runner that reads the log.
package enum TerminalText {
  /// Controls and direction marks as `\u{1B}`; a tab stays a tab. Runners obey `::name` at the start
  /// of a line, and `##[name` wherever it stands.
  package static func safe(_ text: some StringProtocol) -> String {
    let isCommand = text.utf8.drop { $0 == 0x20 || $0 == 0x09 }.starts(with: "::".utf8)
    let scalars = text.unicodeScalars
    guard isCommand || scalars.contains(where: isUnsafe) || scalars.contains("#") else {
      return String(text)
    }
    var out = ""
    var isColonDue = isCommand
    for scalar in scalars {
      let isColon = isColonDue && scalar == ":"
      if isColon { isColonDue = false }
      let isBracket = scalar == "[" && out.utf8.suffix(2).elementsEqual("##".utf8)
      if isUnsafe(scalar) || isColon || isBracket {
        out += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0..<0x20, 0x7F...0x9F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// How many columns a character takes: none, one or two.
  package static func width(of scalar: Unicode.Scalar) -> Int {
    if scalar.properties.generalCategory == .nonspacingMark
      || scalar.properties.generalCategory == .enclosingMark
    {
      return 0
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  package static func width(of text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
  }
}
