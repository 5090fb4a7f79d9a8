/// A parsed Markdown document (CommonMark with GitHub's tables, strikethrough, autolinks and task
/// lists; no footnotes, no raw HTML in any output).
package struct Document: Sendable {
  package let blocks: [Block]

  /// Parses the part of `text` that `range` names, which begins at the start of a line.
  ///
  /// Ranges of the blocks are offsets into the whole text. `bytes` may stand in for the text's own
  /// bytes in that range, of the same length (tokens are lifted out that way).
  package init(
    parsing text: SourceText, in range: SourceRange, replacing bytes: [UInt8]? = nil
  ) throws(MarkdownLimit) {
    let slice = bytes.map { $0[...] } ?? text.bytes[range]
    if let limit = MarkdownScan.firstLimit(in: slice, at: range.lowerBound) { throw limit }
    guard let tree = NodeTree(parsing: slice) else { throw .init(.unreadable, range: range) }
    let reader = TreeReader(
      text: text, firstLine: text.lineIndex(of: range.lowerBound), parsed: slice,
      base: range.lowerBound)
    blocks = try reader.blocks(of: unsafe Node(tree.root))
  }

  package init(parsing markdown: String) throws(MarkdownLimit) {
    let text = SourceText(markdown)
    try self.init(parsing: text, in: 0..<text.bytes.count)
  }
}
