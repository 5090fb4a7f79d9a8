/// What the bytes of a record must be before its lines are read.
///
/// Narrower than other files: a record is signed as bytes, so nothing that a reviewer cannot see, or
/// that an editor may change unasked, is let in. Where nothing is signed, what an editor changes
/// unasked is put right first: see ``mended(_:)``.
enum RecordBytes {
  static func check(_ bytes: [UInt8]) throws(RecordProblem) {
    guard bytes.count <= RecordForm.maximumSize else {
      throw RecordProblem("A record has at most 64 KiB; this one is larger.")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw RecordProblem("A record is UTF-8; this file holds other bytes.")
    }
    var line = 1
    for scalar in text.unicodeScalars {
      if let what = objection(to: scalar) {
        throw RecordProblem(line: line, "\(what) cannot stand in a record.")
      }
      if scalar == "\n" { line += 1 }
    }
    guard bytes.last == UInt8(ascii: "\n") else {
      throw RecordProblem(line: line, "The last line does not end with a line feed.")
    }
  }

  private static func objection(to scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x0A: nil
    case 0x0D: "A carriage return"
    case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029: "The control character \(name(scalar))"
    case 0xFEFF: "A byte order mark"
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
      "The direction mark \(name(scalar))"
    case 0xE000...0xF8FF: "The private-use character \(name(scalar))"
    case 0xFDD0...0xFDEF: "\(name(scalar)), which is no character,"
    default:
      scalar.value & 0xFFFE == 0xFFFE ? "\(name(scalar)), which is no character," : nil
    }
  }

  private static func name(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  /// What is meant by a record that someone typed or pasted: with LF line ends, no blanks at the ends of
  /// lines, and no empty lines around it and around its words but the one under the header.
  static func mended(_ bytes: [UInt8]) -> [UInt8] {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map(trimmed).drop(while: \.isEmpty)
    let header = lines.prefix { !$0.isEmpty }
    var words = lines.dropFirst(header.count).drop(while: \.isEmpty)
    while words.last?.isEmpty == true { words.removeLast() }
    return (header + [[]] + words).flatMap { $0 + [UInt8(ascii: "\n")] }
  }

  /// Without the blanks at its end, and one carriage return behind them.
  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    while let last = line.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\t") {
      line.removeLast()
    }
    return line
  }

  /// Where the signature begins: the first line that begins as one; `nil` in an unsigned record.
  static func signatureStart(in bytes: [UInt8]) -> Int? {
    let mark = Array(RecordForm.signatureLine.utf8)
    var start = 0
    while start < bytes.count {
      if bytes[start...].starts(with: mark) { return start }
      guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      start = end + 1
    }
    return nil
  }
}
