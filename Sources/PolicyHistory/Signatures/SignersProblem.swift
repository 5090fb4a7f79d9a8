/// What is wrong with a line of `allowed_signers` or of `revoked_keys`.
package struct SignersProblem: Sendable, Hashable {
  /// Counted from 1.
  package let line: Int
  /// A whole sentence.
  package let sentence: String
  /// The fingerprint of the key on the line, where it has one.
  package let key: String?

  package init(line: Int, _ sentence: String, key: String? = nil) {
    self.line = line
    self.sentence = sentence
    self.key = key
  }
}

/// The lines of such a file that say something.
struct SignersLines {
  /// In bytes. A larger file is not read.
  static let maximumSize = 1024 * 1024

  /// Numbers and fields; comments and blank lines are left out.
  private(set) var lines: [(number: Int, fields: [String])] = []
  private(set) var problems: [SignersProblem] = []

  init(_ bytes: some Collection<UInt8>, named name: String) {
    guard bytes.count <= Self.maximumSize else {
      problems = [SignersProblem(line: 1, "`\(name)` is larger than 1 MiB and was not read.")]
      return
    }
    let all = Array(bytes).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in all.enumerated() {
      let fields = line.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      guard let first = fields.first, first.first != UInt8(ascii: "#") else { continue }
      if let objection = Self.objection(to: line) {
        problems.append(SignersProblem(line: index + 1, objection))
      } else {
        lines.append((index + 1, fields.map { String(decoding: $0, as: UTF8.self) }))
      }
    }
  }

  private static func objection(to line: ArraySlice<UInt8>) -> String? {
    if line.last == UInt8(ascii: "\r") {
      return "A line ends with a carriage return. Save the file with LF line ends."
    }
    if String(validating: line, as: UTF8.self) == nil {
      return "A line holds bytes that are no UTF-8."
    }
    if line.contains(where: { $0 < 0x20 && $0 != UInt8(ascii: "\t") || $0 == 0x7F }) {
      return "A line holds a control character."
    }
    return nil
  }
}
