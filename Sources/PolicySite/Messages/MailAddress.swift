import CommonMark

/// The addresses of links in letters.
enum MailAddress {
  /// Whether a letter may link to `address`: absolute, and of a scheme that opens a page or a letter.
  static func isAllowed(_ address: String) -> Bool {
    LinkSafety.scheme(of: address) != nil && LinkSafety.allows(address)
  }

  /// Appends `text` with what cannot stand in an address percent-encoded (RFC 3986, 2.1). After that
  /// no brace is left, so that `{{` in an address is always a token; no blank either, so that an
  /// address is one word.
  static func append(_ text: Substring, to out: inout String) {
    guard text.utf8.contains(where: isRefused) else {
      out += text
      return
    }
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    for scalar in text.unicodeScalars {
      if let byte = UInt8(exactly: scalar.value), isRefused(byte) {
        out += "%"
        out.unicodeScalars.append(digits[Int(byte >> 4)])
        out.unicodeScalars.append(digits[Int(byte & 15)])
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
  }

  private static func isRefused(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"),
      UInt8(ascii: "|"), UInt8(ascii: "}"):
      true
    default: false
    }
  }

  /// Appends `address` for a quoted `href`, its tokens as they are.
  static func appendReference(_ address: String, to out: inout String) {
    guard address.utf8.contains(UInt8(ascii: "{")) else {
      out.appendEscapingURL(address)
      return
    }
    var fixed = ""
    var isToken = false
    for scalar in address.unicodeScalars {
      if scalar == "{", !isToken {
        out.appendEscapingURL(fixed)
        fixed = ""
        isToken = true
      }
      if isToken { out.unicodeScalars.append(scalar) } else { fixed.unicodeScalars.append(scalar) }
      if scalar == "}", out.hasSuffix("}}") { isToken = false }
    }
    out.appendEscapingURL(fixed)
  }
}
