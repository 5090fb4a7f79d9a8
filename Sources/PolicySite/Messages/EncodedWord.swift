/// Words of headers outside ASCII (RFC 2047).
enum EncodedWord {
  /// The longest encoded word, its delimiters included.
  static let maximum = 75
  /// `=?utf-8?q?` and `?=`.
  private static let frame = 12

  /// Whether `text` cannot stand in a header as it is. What looks like an encoded word must become
  /// one, and so must a word that is too long to be folded.
  static func isNeeded(for text: String) -> Bool {
    var last: UInt8 = 0
    var width = 0
    for byte in text.utf8 {
      if byte >= 0x7F || (last == UInt8(ascii: "=") && byte == UInt8(ascii: "?")) { return true }
      width = byte == 0x20 ? 0 : width + 1
      if width > maximum { return true }
      last = byte
    }
    return false
  }

  /// `text` as encoded words with a blank between them, each of whole scalars; the first has room
  /// for `first` columns.
  ///
  /// Blanks between encoded words are not shown, so that every blank is inside of one. Q, which
  /// people can read, is taken unless it is more than twice as long as B.
  static func encoded(_ text: String, first: Int) -> String {
    let quoted = text.utf8.reduce(0) { $0 + (isLiteral($1) || $1 == 0x20 ? 1 : 3) }
    let isQuoted = quoted <= (text.utf8.count + 2) / 3 * 8
    var words: [String] = []
    var word: [UInt8] = []
    var width = 0
    func finish() {
      words.append(
        isQuoted ? "=?utf-8?q?\(quote(word))?=" : "=?utf-8?b?\(Base64.encoded(word))?=")
    }
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      let step =
        isQuoted ? bytes.reduce(0) { $0 + (isLiteral($1) || $1 == 0x20 ? 1 : 3) } : bytes.count
      let room = (words.isEmpty ? min(first, maximum) : maximum) - frame
      if !word.isEmpty, width + step > (isQuoted ? room : room / 4 * 3) {
        finish()
        word = []
        width = 0
      }
      word += bytes
      width += step
    }
    if !word.isEmpty { finish() }
    return words.joined(separator: " ")
  }

  private static func quote(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    for byte in bytes {
      if byte == 0x20 {
        out.append(UInt8(ascii: "_"))
      } else if isLiteral(byte) {
        out.append(byte)
      } else {
        QuotedPrintable.appendHex(byte, to: &out)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// What may stand for itself even in the name before an address (RFC 2047, 5 (3)).
  private static func isLiteral(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "!"), UInt8(ascii: "*"),
      UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "/"):
      true
    default: false
    }
  }
}

/// Base64 (RFC 4648, 4).
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func encoded(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let count = min(3, bytes.count - index)
      var group = 0
      for offset in 0..<3 { group = group << 8 | (offset < count ? Int(bytes[index + offset]) : 0) }
      for place in 0..<4 {
        let digit = alphabet[group >> (18 - 6 * place) & 63]
        out.append(place <= count ? digit : UInt8(ascii: "="))
      }
      index += 3
    }
    return String(decoding: out, as: UTF8.self)
  }
}
