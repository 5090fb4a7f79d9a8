extension String {
  /// The text with a space for every control, so that no value can end a line.
  var withoutControls: String {
    guard unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      return self
    }
    var out = ""
    for scalar in unicodeScalars {
      out.unicodeScalars.append(scalar.properties.generalCategory == .control ? " " : scalar)
    }
    return out
  }

  /// The text as the value of a header (RFC 5322, 2.2): one line, single spaces, no controls, and
  /// none of the characters that turn the direction of what a reader sees.
  var asHeaderText: String {
    if utf8.allSatisfy({ (0x21...0x7E).contains($0) }) { return self }
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
}
