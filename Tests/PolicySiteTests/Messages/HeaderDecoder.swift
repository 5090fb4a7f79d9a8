/// Reads what the encoders write, by other means than theirs.
enum HeaderDecoder {
  static func quotedPrintable(_ text: String) -> [UInt8] {
    var out: [UInt8] = []
    var bytes = Array(text.utf8)[...]
    while let byte = bytes.popFirst() {
      guard byte == UInt8(ascii: "=") else {
        out.append(byte)
        continue
      }
      let code = String(decoding: bytes.prefix(2), as: UTF8.self)
      if code != "\r\n", let value = UInt8(code, radix: 16) { out.append(value) }
      bytes = bytes.dropFirst(2)
    }
    return out
  }

  /// The value of a header: unfolded, its encoded words read, blanks between them dropped.
  static func text(_ value: String) -> String {
    var out: [UInt8] = []
    var wasEncoded = false
    for word in value.replacing("\r\n", with: "").split(separator: " ") {
      if let bytes = encodedWord(String(word)) {
        if !wasEncoded, !out.isEmpty { out.append(0x20) }
        out += bytes
        wasEncoded = true
      } else {
        if !out.isEmpty { out.append(0x20) }
        out += word.utf8
        wasEncoded = false
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func encodedWord(_ word: String) -> [UInt8]? {
    guard let match = word.wholeMatch(of: /=\?utf-8\?([qb])\?([^? ]*)\?=/) else { return nil }
    let payload = String(match.2)
    return match.1 == "q"
      ? quotedPrintable(payload.replacing("_", with: " ")) : base64(payload)
  }

  private static func base64(_ text: String) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    let bits = text.compactMap { alphabet.firstIndex(of: $0) }.flatMap { digit in
      (0..<6).map { digit >> (5 - $0) & 1 }
    }
    return stride(from: 0, to: bits.count / 8 * 8, by: 8).map { start in
      bits[start..<start + 8].reduce(UInt8(0)) { $0 << 1 | UInt8($1) }
    }
  }
}
