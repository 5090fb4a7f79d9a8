import CommonMark
import PolicyModel

/// The front-matter of one text: its values, and the bytes of each.
struct FrontMatterSource: Sendable {
  let text: SourceText
  let fence: Fence
  let tree: ValueTree
  let pairs: [SourceNode.Pair]
  /// Where the keys stand, from 0.
  let column: Int
  let layout: ValueLayout
  /// The one that ends the first line. What is written gets the same.
  let lineEnd: String
  /// What the reader found, none of which is of the shape of values.
  let findings: FindingCollector
  let root: YAMLValue

  /// - Throws: ``EditProblem`` where the text cannot be read, or its keys have no lines of their own.
  init(_ text: SourceText) throws(EditProblem) {
    var findings = FindingCollector(file: SourceFile(path: "", text: text))
    guard FileChecks.check(text, &findings), let fence = Fence.find(in: text, &findings),
      let root = YAMLReader.read(text, fence.yaml, &findings), !findings.findings.hasErrors
    else {
      let first = findings.findings.first { $0.severity == .error }
      throw EditProblem(
        first?.headline ?? "The front-matter cannot be read",
        at: first?.location?.range ?? 0..<0)
    }
    let finder = SpanFinder(text: text, block: fence.yaml)
    let pairs = try finder.node(root).pairs
    let column = pairs.first.map { finder.column(of: $0.key.range.lowerBound) } ?? 0
    self.text = text
    self.fence = fence
    self.root = root
    self.findings = findings
    self.pairs = pairs
    self.column = column
    tree = ValueTree(root)
    let first = text.lineRange(0)
    lineEnd = text.string(first.upperBound..<text.lineStarts[1])
    let list = pairs.first { $0.value.style == .block && !$0.value.isRecord }
    layout = ValueLayout(
      listOffset: list.map { finder.column(of: $0.value.range.lowerBound) - column } ?? 2)
    for pair in pairs {
      let start = pair.key.range.lowerBound
      let before = text.lineStarts[text.lineIndex(of: start)]..<start
      guard before.count == column, pair.colonEnd != nil,
        text.bytes[before].allSatisfy({ $0 == UInt8(ascii: " ") })
      else {
        throw EditProblem(
          "`\(pair.key.name)` does not begin a line, so the front-matter cannot be edited safely",
          at: pair.key.range)
      }
    }
  }

  subscript(key: String) -> SourceNode.Pair? { pairs.first { $0.key.name == key } }

  // MARK: Lines

  func column(of offset: Int) -> Int { text.position(of: offset).column - 1 }

  func lineStart(_ offset: Int) -> Int { text.lineStarts[text.lineIndex(of: offset)] }

  /// The start of the line below.
  func nextLine(_ offset: Int) -> Int {
    let line = text.lineIndex(of: offset) + 1
    return line < text.lineCount ? text.lineStarts[line] : text.bytes.count
  }

  /// All lines that `range` touches, with their line ends.
  func lines(_ range: SourceRange) -> SourceRange {
    lineStart(range.lowerBound)..<nextLine(range.upperBound)
  }

  /// The lines of a key and its value, and with them the comments between these lines.
  func lines(of pair: SourceNode.Pair) -> SourceRange {
    lines(pair.key.range.lowerBound..<Self.end(of: pair))
  }

  static func end(of pair: SourceNode.Pair) -> Int {
    max(pair.key.range.upperBound, pair.colonEnd ?? 0, pair.value.range.upperBound)
  }

  /// Lines as text, each with its line end.
  func joined(_ lines: [String]) -> String { lines.map { $0 + lineEnd }.joined() }

  /// The text without the lines of these keys: what an edit of them must leave as it was.
  func bytes(without keys: Set<String>) -> [UInt8] {
    let splices = pairs.filter { keys.contains($0.key.name) }.map { Splice(lines(of: $0), []) }
    return Splice.apply(splices, to: text.bytes)
  }
}
