extension String {
  /// Appends `text` with `<`, `>`, `&` and `"` written as entities: right for text and for a quoted
  /// attribute value.
  package mutating func appendEscapingHTML(_ text: some StringProtocol) {
    guard text.utf8.contains(where: Self.needsEscape) else {
      self += text
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": self += "&lt;"
      case ">": self += "&gt;"
      case "&": self += "&amp;"
      case "\"": self += "&quot;"
      default: unicodeScalars.append(scalar)
      }
    }
  }

  package var htmlEscaped: String {
    guard utf8.contains(where: Self.needsEscape) else { return self }
    var out = ""
    out.appendEscapingHTML(self)
    return out
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte == 0x3C || byte == 0x3E || byte == 0x26 || byte == 0x22
  }

  /// Appends `address` for a quoted `href` or `src`: bytes outside the URL alphabet are
  /// percent-encoded (RFC 3986), `&` and `'` become entities.
  package mutating func appendEscapingURL(_ address: String) {
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    for byte in address.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: "&"): self += "&amp;"
      case UInt8(ascii: "'"): self += "&#x27;"
      default:
        if "-_.+!*(),%#@?=;:/$~".utf8.contains(byte) {
          unicodeScalars.append(Unicode.Scalar(byte))
        } else {
          self += "%"
          unicodeScalars.append(digits[Int(byte >> 4)])
          unicodeScalars.append(digits[Int(byte & 15)])
        }
      }
    }
  }
}
