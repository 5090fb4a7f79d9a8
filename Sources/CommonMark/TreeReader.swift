internal import CCmarkGFM

/// Turns a C tree into values. An unknown kind of node becomes a paragraph of its text, never a crash.
struct TreeReader {
  let text: SourceText
  /// The index of the file's line on which the parsed bytes begin.
  let firstLine: Int
  /// What was parsed, and where it begins in the file: the text itself, or the text with tokens
  /// lifted out.
  let parsed: ArraySlice<UInt8>
  let base: Int

  static let maximumDepth = 100

  func blocks(of parent: Node, depth: Int = 0) throws(MarkdownLimit) -> [Block] {
    guard depth < Self.maximumDepth else { throw .init(.depth, range: range(of: parent)) }
    var blocks: [Block] = []
    try parent.forEachChild { (node) throws(MarkdownLimit) in
      blocks.append(Block(try kind(of: node, depth: depth + 1), range: range(of: node)))
    }
    return blocks
  }

  private func kind(of node: Node, depth: Int) throws(MarkdownLimit) -> Block.Kind {
    switch node.type {
    case CMARK_NODE_PARAGRAPH: .paragraph(try inlines(of: node, depth: depth))
    case CMARK_NODE_HEADING:
      .heading(level: node.headingLevel, try inlines(of: node, depth: depth))
    case CMARK_NODE_BLOCK_QUOTE: .quote(try blocks(of: node, depth: depth))
    case CMARK_NODE_LIST: .list(try list(node, depth: depth))
    case CMARK_NODE_CODE_BLOCK: .code(info: node.fenceInfo, literal: node.literal)
    case CMARK_NODE_HTML_BLOCK: .html(node.literal)
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    default:
      node.typeName == "table"
        ? .table(try table(node, depth: depth)) : .paragraph(try inlines(of: node, depth: depth))
    }
  }

  private func list(_ node: Node, depth: Int) throws(MarkdownLimit) -> List {
    var items: [ListItem] = []
    try node.forEachChild { (item) throws(MarkdownLimit) in
      items.append(
        ListItem(
          blocks: try blocks(of: item, depth: depth),
          isChecked: item.typeName == "tasklist" ? item.isChecked : nil,
          range: range(of: item)))
    }
    return List(
      isOrdered: node.listIsOrdered, start: node.listStart, isTight: node.listIsTight, items: items)
  }

  private func table(_ node: Node, depth: Int) throws(MarkdownLimit) -> Table {
    var table = Table(
      alignments: node.columnAlignments.map { letter in
        switch letter {
        case UInt8(ascii: "l"): .left
        case UInt8(ascii: "c"): .center
        case UInt8(ascii: "r"): .right
        default: nil
        }
      },
      header: Table.Row(cells: [], range: range(of: node)), rows: [])
    try node.forEachChild { (rowNode) throws(MarkdownLimit) in
      let line = text.lineRange(min(firstLine + rowNode.startLine - 1, text.lineCount - 1))
      var ranges = TableRow.cellRanges(in: text.bytes, line: line).makeIterator()
      var row = Table.Row(cells: [], range: line)
      try rowNode.forEachChild { (cell) throws(MarkdownLimit) in
        row.cells.append(
          Table.Cell(
            inlines: try inlines(of: cell, depth: depth),
            range: ranges.next() ?? line.upperBound..<line.upperBound))
      }
      if rowNode.isHeaderRow { table.header = row } else { table.rows.append(row) }
    }
    return table
  }

  private func inlines(of parent: Node, depth: Int) throws(MarkdownLimit) -> [Inline] {
    guard depth < Self.maximumDepth else { throw .init(.depth, range: range(of: parent)) }
    var inlines: [Inline] = []
    try parent.forEachChild { (node) throws(MarkdownLimit) in
      let inline = try inline(node, depth: depth + 1)
      // cmark-gfm cuts text at every character that might have begun markup: join it again.
      if case .text(let more) = inline, case .text(let before)? = inlines.last {
        inlines[inlines.count - 1] = .text(before + more)
      } else {
        inlines.append(inline)
      }
    }
    return inlines
  }

  private func inline(_ node: Node, depth: Int) throws(MarkdownLimit) -> Inline {
    switch node.type {
    case CMARK_NODE_TEXT: .text(node.literal)
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .code(node.literal)
    case CMARK_NODE_HTML_INLINE: .html(node.literal)
    case CMARK_NODE_EMPH: .emphasis(try inlines(of: node, depth: depth))
    case CMARK_NODE_STRONG: .strong(try inlines(of: node, depth: depth))
    case CMARK_NODE_LINK:
      .link(
        Link(destination: node.destination, title: node.title),
        try inlines(of: node, depth: depth))
    case CMARK_NODE_IMAGE:
      .image(
        Link(destination: node.destination, title: node.title),
        try inlines(of: node, depth: depth))
    default:
      node.typeName == "strikethrough"
        ? .strikethrough(try inlines(of: node, depth: depth)) : .text(node.literal)
    }
  }

  /// cmark-gfm counts lines and bytes from 1 and includes the last byte.
  private func range(of node: Node) -> SourceRange {
    let first = offset(line: node.startLine, column: node.startColumn - 1)
    let last = offset(line: node.endLine, column: node.endColumn)
    return first..<max(first, endOfWords(from: first, to: last))
  }

  /// cmark-gfm counts blank lines behind a list or a quote as part of it.
  private func endOfWords(from first: Int, to last: Int) -> Int {
    var end = min(last, base + parsed.count)
    while end > first, Self.isBlank(parsed[parsed.startIndex + end - 1 - base]) { end -= 1 }
    return end
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  private func offset(line: Int, column: Int) -> Int {
    let index = min(max(firstLine + line - 1, 0), text.lineCount - 1)
    let range = text.lineRange(index)
    return min(range.lowerBound + max(column, 0), range.upperBound)
  }
}
