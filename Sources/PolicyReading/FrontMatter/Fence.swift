import CommonMark
import PolicyModel

/// Where the front-matter of a file stands, and where its body begins.
struct Fence {
  /// From the first fence to the end of the second.
  var range: SourceRange
  /// The YAML between the fences.
  var yaml: SourceRange
  /// What stands behind the second fence's line.
  var body: SourceRange

  /// A byte order mark, which is tolerated and kept.
  static func start(of bytes: [UInt8]) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Finds the fences: exactly `---` at the first byte, and `---` or `...` on a line of its own.
  static func find(in text: SourceText, _ findings: inout FindingCollector) -> Fence? {
    let bytes = text.bytes
    let start = start(of: bytes)
    guard isFence("---", text, line: 0, from: start) else {
      findings.report(
        .frontMatterMissing, at: start..<text.lineRange(0).upperBound,
        "No front-matter: the file does not begin with a line ---",
        explanation: "Without it nothing says what the file is, so none of it is published.",
        help: "Begin the file with --- and end the front-matter with another --- line.")
      return nil
    }
    for line in 1..<max(1, text.lineCount)
    where isFence("---", text, line: line) || isFence("...", text, line: line) {
      let body = line + 1 < text.lineCount ? text.lineStarts[line + 1] : bytes.count
      return Fence(
        range: start..<text.lineRange(line).upperBound,
        yaml: text.lineStarts[1]..<text.lineStarts[line], body: body..<bytes.count)
    }
    findings.report(
      .frontMatterUnclosed, at: start..<start + 3,
      "The front-matter is not closed: no second --- line follows",
      help: "Write --- on a line of its own where the front-matter ends.")
    return nil
  }

  private static func isFence(
    _ fence: String, _ text: SourceText, line: Int, from start: Int? = nil
  ) -> Bool {
    let range = text.lineRange(line)
    let first = start ?? range.lowerBound
    // The last line of the file may lack its line ending.
    return first <= range.upperBound
      && text.bytes[first..<range.upperBound].elementsEqual(fence.utf8)
  }
}
