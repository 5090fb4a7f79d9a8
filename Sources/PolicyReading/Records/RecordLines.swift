/// The header of a record, taken line by line in its one order.
struct RecordLines {
  private let lines: [String]
  private var index = 0

  /// - Parameter lines: without their line feeds.
  init(_ lines: [String]) { self.lines = lines }

  /// The number of the line that comes next, from 1.
  var number: Int { index + 1 }

  /// The lines that were not taken.
  var rest: ArraySlice<String> { lines[min(index, lines.count)...] }

  mutating func takeFirstLine() throws(RecordProblem) {
    guard rest.first.map({ $0.utf8.elementsEqual(RecordForm.firstLine.utf8) }) == true else {
      throw RecordProblem(line: 1, "The first line of a record is `\(RecordForm.firstLine)`.")
    }
    index += 1
  }

  /// The value of the line that comes next, whose key must be `key`.
  mutating func take(_ key: String) throws(RecordProblem) -> String {
    guard let value = takeIfPresent(key) else {
      guard let found = rest.first, !found.isEmpty else {
        throw RecordProblem(line: number, "The line `\(key)` is missing.")
      }
      throw RecordProblem(
        line: number, "The line `\(key)` is missing: \(Self.label(found)) stands in its place.")
    }
    return value
  }

  /// The same for a line that need not be there.
  mutating func takeIfPresent(_ key: String) -> String? {
    guard let line = rest.first, line.utf8.starts(with: "\(key): ".utf8) else { return nil }
    index += 1
    return String(decoding: line.utf8.dropFirst(key.utf8.count + 2), as: UTF8.self)
  }

  /// A value that `read` understands; `what` completes "must be …".
  mutating func take<Value>(
    _ key: String, _ what: String, _ read: (String) -> Value?
  ) throws(RecordProblem) -> Value {
    let line = number
    let text = try take(key)
    guard let value = read(text) else {
      throw RecordProblem(line: line, "The value of `\(key)` must be \(what).")
    }
    return value
  }

  /// Scope and value of a digest, if the line that comes next holds one.
  mutating func takeDigest() throws(RecordProblem) -> (scope: String, value: String)? {
    guard let line = rest.first, line.utf8.starts(with: RecordForm.digestPrefix.utf8) else {
      return nil
    }
    let words = line.utf8.dropFirst(RecordForm.digestPrefix.utf8.count)
    guard let space = words.firstIndex(of: UInt8(ascii: " ")),
      words[..<space].last == UInt8(ascii: ":")
    else { throw RecordProblem(line: number, "A digest is written `digest-SCOPE: sha256:…`.") }
    index += 1
    return (
      String(decoding: words[..<space].dropLast(), as: UTF8.self),
      String(decoding: words[words.index(after: space)...], as: UTF8.self)
    )
  }

  /// The blank line under the header.
  mutating func takeBlank() throws(RecordProblem) {
    guard let line = rest.first else {
      throw RecordProblem(line: number, "The blank line under the header is missing.")
    }
    guard line.isEmpty else {
      throw RecordProblem(
        line: number,
        "\(Self.label(line)) cannot stand here: a record has each line once, in one order, and "
          + "the reviewer's words below an empty line.")
    }
    index += 1
  }

  /// A line as a message names it: by its key, if it has one.
  private static func label(_ line: String) -> String {
    let key = line.utf8.prefix { $0 != UInt8(ascii: ":") }
    let isKey =
      key.count < line.utf8.count && (1...40).contains(key.count)
      && key.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "`") }
    return isKey ? "`\(String(decoding: key, as: UTF8.self))`" : "this line"
  }
}
