import CommonMark

/// Finds where values end. The YAML was read already, so this need not judge it: each value's text
/// and beginning are known.
struct SpanFinder {
  let text: SourceText
  /// The YAML between the fences.
  let block: SourceRange

  /// The value with its bytes. `indent` is the column, from 0, of the block list or mapping that holds
  /// it, and -1 where none does; between brackets it is in flow.
  func node(
    _ value: YAMLValue, indent: Int = -1, isInFlow: Bool = false
  ) throws(EditProblem) -> SourceNode {
    let start = value.range.lowerBound
    switch value.content {
    case .scalar(let scalar):
      return try self.scalar(scalar, value.range, indent)
    case .list(let values):
      let isFlow = isInFlow || byte(at: start) == UInt8(ascii: "[")
      var items: [SourceNode] = []
      for value in values {
        items.append(try node(value, indent: column(of: start), isInFlow: isFlow))
      }
      let last = items.last?.range.upperBound
      return SourceNode(
        content: .list(items), style: isFlow ? .flow : .block,
        range: start..<(isFlow ? try closing(start, last) : last ?? start))
    case .record(let values):
      let isBraced = byte(at: start) == UInt8(ascii: "{")
      var pairs: [SourceNode.Pair] = []
      for (key, value) in values {
        pairs.append(
          SourceNode.Pair(
            key: key,
            value: try node(value, indent: column(of: start), isInFlow: isInFlow || isBraced),
            colonEnd: colonEnd(behind: key)))
      }
      let last = pairs.last.map { max($0.key.range.upperBound, $0.value.range.upperBound) }
      return SourceNode(
        content: .record(pairs), style: isInFlow || isBraced ? .flow : .block,
        range: start..<(isBraced ? try closing(start, last) : last ?? start))
    }
  }

  /// From 0, in Unicode scalars.
  func column(of offset: Int) -> Int { text.position(of: offset).column - 1 }

  private func byte(at offset: Int) -> UInt8? {
    offset < block.upperBound ? text.bytes[offset] : nil
  }

  private func colonEnd(behind key: YAMLValue.Key) -> Int? {
    var offset = key.range.upperBound
    while let byte = byte(at: offset), isBlank(byte) { offset += 1 }
    return byte(at: offset) == UInt8(ascii: ":") ? offset + 1 : nil
  }

  // MARK: Scalars

  private func scalar(
    _ value: String, _ range: SourceRange, _ indent: Int
  ) throws(EditProblem) -> SourceNode {
    let start = range.lowerBound
    switch byte(at: start) {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return SourceNode(content: .scalar, style: .quoted, range: range)
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      return SourceNode(
        content: .scalar, style: .blockScalar, range: start..<blockEnd(start, indent))
    default:
      if value.isEmpty { return SourceNode(content: .scalar, style: .empty, range: start..<start) }
      return SourceNode(
        content: .scalar, style: .plain, range: start..<(try plainEnd(value, start)))
    }
  }

  /// A plain scalar has no escapes: but for blanks and line ends, its source is its value.
  private func plainEnd(_ value: String, _ start: Int) throws(EditProblem) -> Int {
    var offset = start
    for wanted in value.utf8 where !isBlankOrEnd(wanted) {
      while let byte = byte(at: offset), isBlankOrEnd(byte) { offset += 1 }
      guard byte(at: offset) == wanted else { throw unclear(start) }
      offset += 1
    }
    return offset
  }

  /// The end of the last line of a block scalar, without its line ending (YAML 1.2.2, 8.1).
  private func blockEnd(_ start: Int, _ parent: Int) -> Int {
    let header = text.lineIndex(of: start)
    let headerRange = text.lineRange(header)
    let signs = text.bytes[start + 1..<min(start + 3, headerRange.upperBound)]
    let keepsBreaks = signs.contains(UInt8(ascii: "+"))
    var indent = signs.first { (0x31...0x39).contains($0) }.map { max(parent, 0) + Int($0 - 0x30) }
    var end = headerRange.upperBound
    for line in (header + 1)..<max(header + 1, text.lineIndex(of: block.upperBound)) {
      let range = text.lineRange(line)
      let depth = text.bytes[range].prefix { $0 == UInt8(ascii: " ") }.count
      if depth == range.count, depth <= indent ?? .max {
        if keepsBreaks { end = range.upperBound }
        continue
      }
      // The first line of text sets the indentation.
      let least = indent ?? max(parent + 1, depth, 1)
      guard depth >= least else { break }
      indent = least
      end = range.upperBound
    }
    return end
  }

  // MARK: Brackets

  /// Behind the bracket that closes the one at `start`.
  private func closing(_ start: Int, _ last: Int?) throws(EditProblem) -> Int {
    var offset = max(start + 1, last ?? start + 1)
    while let byte = byte(at: offset) {
      switch byte {
      case UInt8(ascii: "]"), UInt8(ascii: "}"): return offset + 1
      case UInt8(ascii: "#"): offset = text.lineRange(text.lineIndex(of: offset)).upperBound
      case UInt8(ascii: ","), UInt8(ascii: ":"): offset += 1
      default:
        guard isBlankOrEnd(byte) else { throw unclear(start) }
        offset += 1
      }
    }
    throw unclear(start)
  }

  private func unclear(_ start: Int) -> EditProblem {
    EditProblem(
      "It is not clear where this value ends, so nothing near it can be edited safely",
      at: start..<text.lineRange(text.lineIndex(of: start)).upperBound)
  }
}

func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

func isBlankOrEnd(_ byte: UInt8) -> Bool {
  isBlank(byte) || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
}
