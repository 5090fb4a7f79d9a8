import CommonMark
import PolicyModel

/// Markdown can write any character as an entity, so that a file looks harmless and its text is not:
/// `&#xE000;` would pass for a token, `&#10;` would begin a new header in a letter.
enum EntityChecks {
  static func check(
    _ text: SourceText, _ range: SourceRange, _ findings: inout FindingCollector
  ) {
    let bytes = text.bytes
    var offset = range.lowerBound
    while let start = bytes[offset..<range.upperBound].firstIndex(of: UInt8(ascii: "&")) {
      offset = start + 1
      guard let (scalar, end) = scalar(bytes[offset..<range.upperBound]) else { continue }
      if scalar == "\n" || scalar == "\t" || scalar == "\r" {
        findings.report(
          .fileControlCharacter, at: start..<end,
          "`\(text.string(start..<end))` hides a line break or a tab",
          help: "Write it as it is, or leave it out.")
      } else {
        FileChecks.check(scalar, at: start..<end, &findings)
      }
      offset = end
    }
  }

  /// The scalar for which the entity behind `&` stands, and where the entity ends.
  private static func scalar(_ bytes: ArraySlice<UInt8>) -> (Unicode.Scalar, Int)? {
    let body = bytes.prefix(10)
    guard let end = body.firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: bytes[bytes.startIndex..<end], as: UTF8.self)
    switch name {
    case "NewLine": return ("\n", end + 1)
    case "Tab": return ("\t", end + 1)
    default: break
    }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
    return UInt32(isHex ? digits.dropFirst() : digits, radix: isHex ? 16 : 10)
      .flatMap(Unicode.Scalar.init).map { ($0, end + 1) }
  }
}
