extension Sequence<Inline> {
  /// The words alone: no markup, a line break of any kind as a space.
  package var plainText: String {
    var out = ""
    for inline in self { inline.appendPlainText(to: &out) }
    return out
  }
}

extension Inline {
  fileprivate func appendPlainText(to out: inout String) {
    switch self {
    case .text(let text), .code(let text): out += text
    case .softBreak, .lineBreak: out += " "
    case .html: break
    case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
      .link(_, let inner), .image(_, let inner):
      for inline in inner { inline.appendPlainText(to: &out) }
    }
  }
}

extension Sequence<Block> {
  /// Every run of inlines in reading order: paragraphs, headings, cells.
  package func forEachText(_ body: ([Inline], SourceRange) -> Void) {
    for block in self {
      switch block.kind {
      case .paragraph(let inlines), .heading(_, let inlines): body(inlines, block.range)
      case .quote(let blocks): blocks.forEachText(body)
      case .list(let list): for item in list.items { item.blocks.forEachText(body) }
      case .table(let table):
        for row in [table.header] + table.rows {
          for cell in row.cells { body(cell.inlines, cell.range) }
        }
      case .code, .html, .thematicBreak: break
      }
    }
  }

  /// The words of all blocks, one line a paragraph, heading or cell.
  package var plainText: String {
    var lines: [String] = []
    for block in self {
      if case .code(_, let literal) = block.kind { lines.append(literal) }
      CollectionOfOne(block).forEachText { inlines, _ in lines.append(inlines.plainText) }
    }
    return lines.joined(separator: "\n")
  }
}

extension Sequence<Inline> {
  /// Every link and image, those inside other inlines included.
  package func forEachLink(_ body: (Link) -> Void) {
    for inline in self {
      switch inline {
      case .link(let link, let inner), .image(let link, let inner):
        body(link)
        inner.forEachLink(body)
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner):
        inner.forEachLink(body)
      case .text, .softBreak, .lineBreak, .code, .html: break
      }
    }
  }
}
