enum PercentEncoding {
  /// Encodes for the query of an address: everything but letters, digits and `-._~` (RFC 3986).
  static func encode(_ text: String) -> String {
    var out = ""
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        out.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        out += "%"
        out.unicodeScalars.append(digits[Int(byte >> 4)])
        out.unicodeScalars.append(digits[Int(byte & 15)])
      }
    }
    return out
  }
}
