import CommonMark
import PolicyModel
internal import Yams

/// Reads a YAML block into ``YAMLValue`` with exact ranges, and refuses what YAML can hide: anchors,
/// aliases, merge keys, tags, directives, complex keys.
struct YAMLReader {
  static let maximumSize = 64 * 1024
  static let maximumNodes = 4_000
  static let maximumDepth = 12

  private let text: SourceText
  private let block: SourceRange
  private let firstLine: Int
  private var nodes = 0
  /// The place that was looked up last: the next one is mostly behind it on the same line.
  private var last = (line: -1, column: 0, offset: 0)

  /// The values of `block`; `nil` after a finding that leaves nothing to read.
  static func read(
    _ text: SourceText, _ block: SourceRange, _ findings: inout FindingCollector
  ) -> YAMLValue? {
    guard block.count <= maximumSize else {
      findings.report(
        .yamlTooLarge,
        at: block.lowerBound..<text.lineRange(text.lineIndex(of: block.lowerBound)).upperBound,
        "More than 64 KiB of YAML", help: "Move prose into the body of the file.")
      return nil
    }
    var reader = YAMLReader(
      text: text, block: block, firstLine: text.lineIndex(of: block.lowerBound))
    return reader.read(&findings)
  }

  private mutating func read(_ findings: inout FindingCollector) -> YAMLValue? {
    if let directive = directive {
      forbidden(directive, "A directive", &findings)
      return nil
    }
    do {
      let parser = try Parser(
        yaml: text.string(block), resolver: .basic, constructor: .default, encoding: .utf8)
      guard let root = try parser.singleRoot() else {
        return YAMLValue(content: .record([]), range: block)
      }
      return value(root, depth: 0, &findings)
    } catch let error as YamlError {
      report(error, &findings)
      return nil
    } catch {
      findings.report(.yamlSyntax, at: block, "YAML that cannot be read: \(error)")
      return nil
    }
  }

  private var directive: SourceRange? {
    guard !block.isEmpty else { return nil }
    for line in firstLine...text.lineIndex(of: block.upperBound - 1) {
      let range = text.lineRange(line)
      if !range.isEmpty, text.bytes[range.lowerBound] == UInt8(ascii: "%") { return range }
    }
    return nil
  }

  private mutating func value(
    _ node: Yams.Node, depth: Int, _ findings: inout FindingCollector
  ) -> YAMLValue? {
    let start = offset(of: node.mark)
    nodes += 1
    guard depth <= Self.maximumDepth, nodes <= Self.maximumNodes else {
      findings.report(
        .yamlTooLarge, at: start..<start + 1,
        depth > Self.maximumDepth
          ? "YAML that is nested more than \(Self.maximumDepth) deep"
          : "More than \(Self.maximumNodes) values in one YAML block")
      return nil
    }
    guard !isForbidden(at: start, &findings) else { return nil }
    switch node {
    case .scalar(let scalar):
      let range = range(of: scalar.string, at: start)
      if text.bytes[range].contains(UInt8(ascii: "\\")) {
        for scalar in scalar.string.unicodeScalars {
          FileChecks.check(scalar, at: range, &findings)
        }
      }
      return YAMLValue(content: .scalar(scalar.string), range: range)
    case .sequence(let sequence):
      var list: [YAMLValue] = []
      for child in sequence {
        guard let item = value(child, depth: depth + 1, &findings) else { return nil }
        list.append(item)
      }
      return YAMLValue(
        content: .list(list), range: start..<max(start, list.last?.range.upperBound ?? start + 1))
    case .mapping(let mapping):
      return record(mapping, at: start, depth: depth, &findings)
    case .alias:
      forbidden(start..<start + 1, "An alias", &findings)
      return nil
    }
  }

  private mutating func record(
    _ mapping: Yams.Node.Mapping, at start: Int, depth: Int, _ findings: inout FindingCollector
  ) -> YAMLValue? {
    var pairs: [(key: YAMLValue.Key, value: YAMLValue)] = []
    var known: Set<String> = []
    for (keyNode, valueNode) in mapping {
      let keyStart = offset(of: keyNode.mark)
      guard case .scalar(let scalar) = keyNode else {
        forbidden(keyStart..<keyStart + 1, "A key that is not a single word", &findings)
        return nil
      }
      guard !isForbidden(at: keyStart, &findings) else { return nil }
      let key = YAMLValue.Key(
        name: scalar.string, range: range(of: scalar.string, at: keyStart))
      if !known.insert(key.name).inserted {
        findings.report(
          .keyDuplicate, at: key.range, "`\(key.name)` stands here a second time",
          help: "Keep one of them.")
        return nil
      }
      guard let child = value(valueNode, depth: depth + 1, &findings) else { return nil }
      pairs.append((key, child))
    }
    let end = pairs.last.map { max($0.value.range.upperBound, $0.key.range.upperBound) }
    return YAMLValue(content: .record(pairs), range: start..<max(start, end ?? start + 1))
  }

  private func isForbidden(at start: Int, _ findings: inout FindingCollector) -> Bool {
    guard start < block.upperBound else { return false }
    switch text.bytes[start] {
    case UInt8(ascii: "&"): forbidden(start..<start + 1, "An anchor", &findings)
    case UInt8(ascii: "!"): forbidden(start..<start + 1, "A tag", &findings)
    case UInt8(ascii: "?"): forbidden(start..<start + 1, "A complex key", &findings)
    default: return false
    }
    return true
  }

  private func forbidden(
    _ range: SourceRange, _ what: String, _ findings: inout FindingCollector
  ) {
    findings.report(
      .yamlForbidden, at: range, "\(what) is not allowed in YAML here",
      explanation: "A reviewer must see each value where it stands.",
      help: "Write the value out. A value that begins with & ! * or ? needs quotes.")
  }

  // MARK: Where things stand

  /// libyaml counts lines and Unicode scalars.
  private mutating func offset(of mark: Mark?) -> Int {
    guard let mark else { return block.lowerBound }
    return offset(line: mark.line, column: mark.column)
  }

  private mutating func offset(line: Int, column: Int) -> Int {
    let index = min(max(firstLine + line - 1, 0), text.lineCount - 1)
    let range = text.lineRange(index)
    var offset = range.lowerBound
    var remaining = max(column - 1, 0)
    if last.line == line, last.column <= column {
      offset = last.offset
      remaining = column - last.column
    }
    while remaining > 0, offset < range.upperBound {
      offset += 1
      while offset < range.upperBound, text.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      remaining -= 1
    }
    if column >= 1 { last = (line, column, offset) }
    return offset
  }

  /// A scalar's mark says where it begins; where it ends follows from its style.
  private func range(of value: String, at start: Int) -> SourceRange {
    guard start < block.upperBound else { return block.upperBound..<block.upperBound }
    let line = text.lineRange(text.lineIndex(of: start))
    switch text.bytes[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return start..<endOfQuoted(from: start, quote: text.bytes[start])
    case UInt8(ascii: "|"), UInt8(ascii: ">"): return start..<line.upperBound
    default:
      let end = start + value.utf8.count
      if end <= line.upperBound, text.bytes[start..<end].elementsEqual(value.utf8) {
        return start..<end
      }
      return start..<max(start, line.upperBound)
    }
  }

  private func endOfQuoted(from start: Int, quote: UInt8) -> Int {
    var offset = start + 1
    while offset < block.upperBound {
      let byte = text.bytes[offset]
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        offset += 2
      } else if byte == quote {
        guard quote == UInt8(ascii: "'"), offset + 1 < block.upperBound,
          text.bytes[offset + 1] == quote
        else { return offset + 1 }
        offset += 2
      } else {
        offset += 1
      }
    }
    return block.upperBound
  }

  // MARK: Errors

  private mutating func report(_ error: YamlError, _ findings: inout FindingCollector) {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let start = offset(of: mark)
      findings.report(
        .yamlSyntax, at: start..<min(start + 1, max(start, block.upperBound)),
        "YAML that cannot be read: \(problem)", explanation: context.map { "\($0.text)." })
    case .reader(let problem, let offset, _, _):
      let start = min(block.lowerBound + (offset ?? 0), block.upperBound)
      findings.report(.yamlSyntax, at: start..<start, "YAML that cannot be read: \(problem)")
    case .duplicatedKeysInMapping(let duplicates, let context):
      let start = offset(of: context.mark)
      let name = duplicates.first ?? ""
      findings.report(
        .keyDuplicate, at: range(of: name, at: start),
        "`\(name)` stands more than once among the same keys", help: "Keep one of them.")
    default:
      findings.report(.yamlSyntax, at: block, "YAML that cannot be read: \(error)")
    }
  }
}

/// The version of libyaml that this process runs with is fixed by Yams, which compiles it in.
package let yamlLibrary = "libyaml 0.2.5"
