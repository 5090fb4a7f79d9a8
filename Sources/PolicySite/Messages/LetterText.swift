import CommonMark

extension Letter {
  /// The letter for those who read plain text: written from the parsed blocks, never from HTML.
  ///
  /// Each block is followed by an empty line, and marks of sections stand between them without one:
  /// a section that is left out leaves nothing behind.
  package var text: String {
    var writer = LetterTextWriter()
    /// What stands before a part, where that is a block.
    var before: Block?
    for part in parts {
      defer { if case .block(let block) = part { before = block } else { before = nil } }
      switch part {
      case .block(let block):
        writer.block(block)
        writer.lines.blank()
      case .button(let link, let words):
        writer.button(link, words, after: before)
        writer.lines.blank()
      case .open(let name, let isInverted):
        writer.lines.line("{{\(isInverted ? "^" : "#")\(name)}}")
      case .close(let name): writer.lines.line("{{/\(name)}}")
      }
    }
    writer.lines.line(organization)
    if footer != organization { writer.lines.line(footer) }
    return writer.lines.text
  }
}

/// Writes blocks as plain text.
struct LetterTextWriter {
  var lines = LineWriter()

  mutating func blocks(_ blocks: [Block], isTight: Bool = false) {
    for (index, block) in blocks.enumerated() {
      if index > 0, !isTight { lines.blank() }
      self.block(block)
    }
  }

  mutating func block(_ block: Block) {
    switch block.kind {
    case .paragraph(let inlines): lines.wrap(WordRun(inlines))
    case .heading(let level, let inlines):
      let width = lines.wrap(WordRun(inlines))
      if level == 2 { lines.line(String(repeating: "-", count: max(3, width))) }
    case .quote(let inner):
      let indent = lines.indent("> ", "> ")
      blocks(inner)
      lines.outdent(indent)
    case .list(let list): self.list(list)
    case .code(_, let literal): code(literal)
    case .html: break
    case .thematicBreak: lines.line("* * *")
    case .table(let table): TextTable(table, room: lines.room).write(to: &lines)
    }
  }

  private mutating func list(_ list: List) {
    let last = list.start + max(0, list.items.count - 1)
    for (index, item) in list.items.enumerated() {
      if index > 0, !list.isTight { lines.blank() }
      var sign = list.isOrdered ? "\(list.start + index). " : "- "
      if list.isOrdered {
        sign += String(repeating: " ", count: max(0, "\(last). ".utf8.count - sign.utf8.count))
      }
      let indent = lines.indent(sign, String(repeating: " ", count: sign.utf8.count))
      blocks(item.blocks, isTight: list.isTight)
      lines.outdent(indent)
    }
  }

  private mutating func code(_ literal: String) {
    var rows = literal.split(separator: "\n", omittingEmptySubsequences: false)
    while rows.last?.isEmpty ?? false { rows.removeLast() }
    let indent = lines.indent("    ", "    ")
    for row in rows { lines.line(String(row)) }
    lines.outdent(indent)
  }

  /// The words, and on the next line the address alone, which every program makes a link.
  ///
  /// Where the sentence before has the same words, they are not said again: a button needs its label,
  /// an address does not.
  mutating func button(_ link: Link, _ words: [Inline], after before: Block? = nil) {
    var run = WordRun([])
    func folded(_ inlines: [Inline]) -> String {
      inlines.plainText.lowercased().replacing("\n", with: " ")
    }
    if !(before?.lastWords.map { folded($0).contains(folded(words)) } ?? false) {
      run = WordRun(words)
      run.append(":")
      run.lineBreak()
    }
    run.append(link.destination)
    lines.wrap(run)
  }
}

extension Block {
  /// The paragraph with which it ends.
  fileprivate var lastWords: [Inline]? {
    switch kind {
    case .paragraph(let inlines): inlines
    case .list(let list): list.items.last?.blocks.last?.lastWords
    case .quote(let blocks): blocks.last?.lastWords
    case .heading, .code, .html, .table, .thematicBreak: nil
    }
  }
}

extension WordRun {
  init(_ inlines: [Inline]) {
    append(inlines)
    trim()
  }

  private mutating func append(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .text(let text), .code(let text): append(text)
      case .softBreak: space()
      case .lineBreak: lineBreak()
      case .html: break
      case .emphasis(let inner), .strong(let inner), .image(_, let inner): append(inner)
      case .strikethrough(let inner):
        append("~")
        append(inner)
        append("~")
      case .link(let link, let inner): append(link, inner)
      }
    }
  }

  /// `words (address)`, or the address alone where the words are the address.
  private mutating func append(_ link: Link, _ inner: [Inline]) {
    let address =
      link.destination.hasPrefix("mailto:")
      ? String(link.destination.dropFirst("mailto:".count)) : link.destination
    let words = inner.plainText
    if words.isEmpty || words == address || words == link.destination
      || "https://\(words)" == address || "http://\(words)" == address
    {
      append(address)
    } else {
      append(inner)
      append(" (\(address))")
    }
  }
}
