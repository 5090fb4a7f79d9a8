extension String {
  /// The text with a space for every control, so that no value can end a line.
  var withoutControls: String {
    // 0xC2 leads the controls from U+0080 on, among others.
    guard utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 }) else { return self }
    var out = ""
    for scalar in unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      out.unicodeScalars.append(isControl ? " " : scalar)
    }
    return out
  }

  /// The text as the value of a header (RFC 5322, 2.2): one line, single spaces, no controls, and
  /// none of the characters that turn the direction of what a reader sees.
  var asHeaderText: String {
    if isPlainLine { return self }
    var out = ""
    var isGap = false
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0...0x20, 0x7F...0x9F, 0x2028, 0x2029: isGap = true
      case 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: continue
      default:
        if isGap, !out.isEmpty { out += " " }
        isGap = false
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
  /// Whether it is printable ASCII with single spaces between words: nearly always.
  private var isPlainLine: Bool {
    var last: UInt8 = 0x20
    for byte in utf8 {
      guard (0x20...0x7E).contains(byte), byte != 0x20 || last != 0x20 else { return false }
      last = byte
    }
    return last != 0x20
  }
}
