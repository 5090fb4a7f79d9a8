import CommonMark
package import PolicyModel

/// What a file's bytes must be before anything reads them as text.
package enum FileChecks {
  /// Larger files are not read at all.
  package static let maximumSize = 1024 * 1024

  /// What is wrong with the bytes of a file that is no policy.
  package static func findings(in file: SourceFile) -> [Finding] {
    var findings = FindingCollector(file: file)
    _ = check(file.text, &findings)
    return findings.findings
  }

  /// Reports what no reader could be trusted with, and says whether the file can be read on.
  static func check(_ text: SourceText, _ findings: inout FindingCollector) -> Bool {
    let count = findings.findings.count
    let bytes = text.bytes
    guard bytes.count <= maximumSize else {
      findings.report(
        .fileTooLarge, at: 0..<0, "A file of more than 1 MiB",
        help: "Move what is not part of the policy elsewhere.")
      return false
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      findings.report(
        .fileEncoding, at: 0..<2, "UTF-16 is not read: files are UTF-8",
        help: "Save the file as UTF-8.")
      return false
    }
    if let offset = firstInvalidOffset(bytes) {
      findings.report(
        .fileEncoding, at: offset..<offset + 1,
        "Bytes that are no UTF-8, at byte \(offset) of the file",
        help: "Save the file as UTF-8.")
      return false
    }
    var each = findings
    for (offset, byte) in bytes.enumerated() where isSuspicious(byte) {
      guard byte != 0 else {
        findings.report(
          .fileControlCharacter, at: offset..<offset + 1,
          "A binary file: no text holds a NUL, and this one does, at byte \(offset)",
          help: "Move it elsewhere, or save it as text in UTF-8.")
        return false
      }
      check(bytes, at: offset, &each)
    }
    let errors = each.findings[count...].filter { $0.severity == .error }
    if errors.count > maximumControls, let first = errors.first?.location?.range {
      findings.report(
        .fileControlCharacter, at: first,
        "\(errors.count + each.leftOut) characters that no text may hold, the first at byte "
          + "\(first.lowerBound)",
        help: "Move the file elsewhere if it is no text. Else save it in UTF-8 with LF or CRLF.")
      return false
    }
    findings = each
    return !findings.findings[count...].hasErrors
  }

  /// More control characters than these are no slip: the file is binary, or its lines end in CR.
  private static let maximumControls = 20

  /// The bytes with which a scalar can begin that no text may hold.
  private static func isSuspicious(_ byte: UInt8) -> Bool {
    (byte < 0x20 && byte != 0x0A && byte != 0x09) || byte == 0x7F || byte == 0xC2 || byte == 0xE2
      || byte == 0xEE || byte == 0xEF
  }

  /// Decodes the one scalar that begins here: the text is known to be UTF-8.
  private static func check(
    _ bytes: [UInt8], at offset: Int, _ findings: inout FindingCollector
  ) {
    let first = bytes[offset]
    let width = first < 0x80 ? 1 : first < 0xE0 ? 2 : 3
    if first == 0x0D, offset + 1 < bytes.count, bytes[offset + 1] == 0x0A { return }
    var value = UInt32(width == 1 ? first : width == 2 ? first & 0x1F : first & 0x0F)
    for byte in bytes[offset + 1..<offset + width] { value = value << 6 | UInt32(byte & 0x3F) }
    if let scalar = Unicode.Scalar(value) {
      check(scalar, at: offset..<offset + width, &findings)
    }
  }

  /// Reports a scalar that no text may hold, however it is written: as itself, as an entity of
  /// Markdown or as an escape of YAML.
  static func check(
    _ scalar: Unicode.Scalar, at range: SourceRange, _ findings: inout FindingCollector
  ) {
    var name: String { "U+" + hex(scalar.value) }
    var place: String { "at byte \(range.lowerBound)" }
    switch scalar.value {
    case 0x0D:
      findings.report(
        .fileControlCharacter, at: range, "A carriage return without a line feed, \(place)",
        help: "Save the file with LF or CRLF line endings.")
    case 0x0A, 0x09: break
    case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029:
      findings.report(
        .fileControlCharacter, at: range, "The control character \(name), \(place)",
        explanation: "It cannot be seen in a review, and some readers take it for a line break.",
        help: "Remove it.")
    case 0xE000...0xF8FF:
      findings.report(
        .fileControlCharacter, at: range, "The private-use character \(name), \(place)",
        explanation: "It means something else, or nothing, on each reader's machine.",
        help: "Remove it.")
    case 0xFFFE, 0xFFFF:
      findings.report(
        .fileControlCharacter, at: range, "\(name), which is no character, \(place)",
        explanation: "No XML can hold it, so that feeds with it cannot be read.",
        help: "Remove it.")
    case 0x202A...0x202E, 0x2066...0x2069:
      findings.report(
        .fileBidiCharacter, at: range,
        "The direction mark \(name) changes the order in which text is shown",
        help: "Remove it, or write the words so that none is needed.")
    default: break
    }
  }

  private static func hex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  /// The first byte that no UTF-8 sequence holds.
  private static func firstInvalidOffset(_ bytes: [UInt8]) -> Int? {
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return bytes.count - 1
      case .error: return offset
      }
    }
  }
}
