/// The quoted-printable encoding of text (RFC 2045, 6.7).
enum QuotedPrintable {
  /// The longest line, the `=` of a soft break included.
  static let maximumLine = 76

  /// Appends `text` with CRLF for every line ending.
  ///
  /// Beyond what the encoding asks for, a scalar is never cut by a soft break, a full stop that begins
  /// a line is encoded (SMTP, RFC 5321, 4.5.2), and so is the F of a line that begins with `From `
  /// (mailboxes, RFC 4155).
  static func append(_ text: String, to out: inout [UInt8]) {
    let bytes = Array(text.utf8)
    let isPlain = plain
    out.reserveCapacity(out.count + bytes.count + bytes.count / 8)
    var column = 0
    var index = 0
    while index < bytes.count {
      if let length = lineEnding(bytes, index) {
        out.append(0x0D)
        out.append(0x0A)
        column = 0
        index += length
        continue
      }
      if column >= maximumLine - 1 { softBreak(&out, &column) }
      let limit = min(bytes.count, index + maximumLine - 1 - column)
      var end = index
      if column > 0 || !mustEncodeFirst(bytes, index) {
        while end < limit, isPlain[Int(bytes[end])] { end += 1 }
        if end > index, isBlank(bytes[end - 1]), isLineEnd(bytes, end) { end -= 1 }
      }
      if end > index {
        out += bytes[index..<end]
        column += end - index
      } else {
        end = index + scalarLength(bytes, index)
        let width = 3 * (end - index)
        if column + width > maximumLine - 1 { softBreak(&out, &column) }
        for place in index..<end { appendHex(bytes[place], to: &out) }
        column += width
      }
      index = end
    }
  }

  private static func softBreak(_ out: inout [UInt8], _ column: inout Int) {
    out.append(UInt8(ascii: "="))
    out.append(0x0D)
    out.append(0x0A)
    column = 0
  }

  /// `=XX`, also the form of a byte in the Q encoding of headers.
  static func appendHex(_ byte: UInt8, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "="))
    out.append(digit(byte >> 4))
    out.append(digit(byte & 15))
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }

  /// Printable ASCII without `=`, and blanks.
  private static let plain: [Bool] = (0...255).map { byte in
    byte == 0x09 || ((0x20...0x7E).contains(byte) && byte != 0x3D)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// How many bytes the line ending at `index` has, if there is one.
  private static func lineEnding(_ bytes: [UInt8], _ index: Int) -> Int? {
    if bytes[index] == 0x0A { return 1 }
    guard bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A else {
      return nil
    }
    return 2
  }

  private static func isLineEnd(_ bytes: [UInt8], _ index: Int) -> Bool {
    index >= bytes.count || lineEnding(bytes, index) != nil
  }

  private static func mustEncodeFirst(_ bytes: [UInt8], _ index: Int) -> Bool {
    bytes[index] == UInt8(ascii: ".")
      || (bytes[index] == UInt8(ascii: "F") && bytes[index...].starts(with: "From ".utf8))
  }

  private static func scalarLength(_ bytes: [UInt8], _ index: Int) -> Int {
    var end = index + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end - index
  }
}
