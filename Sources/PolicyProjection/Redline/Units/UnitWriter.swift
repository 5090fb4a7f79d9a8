import CommonMark
import PolicyModel

/// Turns blocks and inlines into the words of a unit and into its form.
///
/// What counts is what counts in a digest (`PolicyReading/Digests/NormalForm`): raw HTML leaves no
/// trace, a soft break is a space, and texts that only a comment parts are one text. A property test
/// holds the two together.
struct UnitWriter {
  private var texts: [RedlineUnit.Text] = []
  private(set) var form = UnitForm()
  private let tokens: TokenTable
  /// Blocks that were begun and have no words yet.
  private var begun: [RedlineWord.Mark] = []
  private var links = 0

  init(tokens: TokenTable, condition: String? = nil) {
    self.tokens = tokens
    if let condition { begun.append(.condition(condition)) }
  }

  // MARK: Blocks

  /// A node of the tree by its name and depth: in preorder these two tell the whole tree.
  mutating func begin(_ name: String, depth: Int) {
    form.open("\(depth) \(name)")
    form.close()
    begun.append(.block(tokens.restored(name), depth: depth))
  }

  mutating func add(_ blocks: [Block], depth: Int) {
    for block in blocks { add(block, depth: depth) }
  }

  mutating func add(_ block: Block, depth: Int) {
    switch block.kind {
    case .html: break
    case .paragraph(let inlines):
      begin("paragraph", depth: depth)
      add(inlines)
    case .heading(let level, let inlines):
      begin("heading \(level)", depth: depth)
      add(inlines)
    case .quote(let blocks):
      begin("quotation", depth: depth)
      add(blocks, depth: depth + 1)
    case .list(let list):
      begin(list.formName, depth: depth)
      for item in list.items { add(item, depth: depth + 1) }
    case .code(let info, let literal):
      begin(info.isEmpty ? "fixed text" : "fixed text (\(info))", depth: depth)
      addText(tokens.restored(literal), [])
    case .thematicBreak: begin("dividing line", depth: depth)
    case .table(let table):
      begin(table.formName, depth: depth)
      for row in [table.header] + table.rows { add(row, depth: depth + 1) }
    }
  }

  mutating func add(_ item: ListItem, depth: Int) {
    begin(item.formName, depth: depth)
    add(item.blocks, depth: depth + 1)
  }

  mutating func add(_ row: Table.Row, depth: Int) {
    begin("row", depth: depth)
    for cell in row.cells { add(cell, depth: depth + 1) }
  }

  mutating func add(_ cell: Table.Cell, depth: Int) {
    begin("cell", depth: depth)
    add(cell.inlines)
  }

  // MARK: Texts

  /// A value that changes as a whole, such as a date.
  mutating func addAtom(_ text: String) {
    form.text(text)
    endBegun()
    add(whole: text, [])
  }

  mutating func addText(_ text: String, _ marks: [RedlineWord.Mark]) {
    guard !text.isEmpty else { return }
    form.text(text)
    endBegun()
    texts.append(.init(text: text, marks: marks, isWhole: false))
  }

  private mutating func add(whole text: String, _ marks: [RedlineWord.Mark]) {
    texts.append(.init(text: text, marks: marks, isWhole: true))
  }

  mutating func add(_ inlines: [Inline], _ marks: [RedlineWord.Mark] = []) {
    var run = ""
    var isBehindComment = false
    for inline in inlines {
      if case .html = inline {
        isBehindComment = true
        continue
      }
      defer { isBehindComment = false }
      switch inline {
      case .text(let text):
        let words = tokens.restored(text)
        run += isBehindComment && run.last == " " ? String(words.drop { $0 == " " }) : words
      case .softBreak: if !isBehindComment || run.last != " " { run += " " }
      default:
        addText(run, marks)
        run = ""
        addMarkup(inline, marks)
      }
    }
    if isBehindComment { while run.last == " " { run.removeLast() } }
    addText(run, marks)
  }

  private mutating func addMarkup(_ inline: Inline, _ marks: [RedlineWord.Mark]) {
    switch inline {
    case .text, .softBreak, .html: break
    case .lineBreak:
      form.open("line break")
      form.close()
      endBegun()
      add(whole: " ", marks + [.lineBreak])
    case .code(let literal):
      form.open("code")
      addText(tokens.restored(literal), marks + [.code])
      form.close()
    case .emphasis(let inner): add("emphasis", inner, marks + [.emphasis])
    case .strong(let inner): add("strong", inner, marks + [.strong])
    case .strikethrough(let inner): add("strikethrough", inner, marks + [.strikethrough])
    case .link(let link, let inner): add(link, inner, marks, RedlineWord.Mark.link)
    case .image(let link, let inner): add(link, inner, marks, RedlineWord.Mark.image)
    }
  }

  private mutating func add(_ tag: String, _ inner: [Inline], _ marks: [RedlineWord.Mark]) {
    form.open(tag)
    add(inner, marks)
    form.close()
  }

  private mutating func add(
    _ link: Link, _ inner: [Inline], _ marks: [RedlineWord.Mark],
    _ mark: (Link, Int) -> RedlineWord.Mark
  ) {
    let link = Link(
      destination: tokens.restored(link.destination), title: tokens.restored(link.title))
    links += 1
    let mark = mark(link, links)
    if case .image = mark { form.open("image") } else { form.open("link") }
    form.text(link.destination)
    form.text(link.title)
    let count = texts.count
    add(inner, marks + [mark])
    // A link around nothing is a place all the same.
    if texts.count == count {
      endBegun()
      add(whole: "", marks + [mark])
    }
    form.close()
  }

  // MARK: Boundaries

  /// Writes what parts the words before from those of the block that begins.
  private mutating func endBegun() {
    guard !begun.isEmpty else { return }
    let isCell = begun.last.map { if case .block("cell", _) = $0 { true } else { false } } ?? false
    let isRow = begun.contains { if case .block("row", _) = $0 { true } else { false } }
    let text = texts.isEmpty ? "" : isCell && !isRow ? " | " : "\n"
    add(whole: text, begun)
    begun = []
  }

  /// The finished unit. Blocks without words are known by their boundary alone.
  mutating func finish() -> (texts: [RedlineUnit.Text], form: [UInt8]) {
    endBegun()
    return (texts, form.bytes)
  }
}

extension List {
  /// As readers see it: `numbered list from 2, spaced`.
  var formName: String {
    let kind = isOrdered ? start == 1 ? "numbered list" : "numbered list from \(start)" : "list"
    return isTight ? kind : "\(kind), spaced"
  }
}

extension ListItem {
  fileprivate var formName: String {
    switch isChecked {
    case nil: "item"
    case true?: "ticked item"
    case false?: "unticked item"
    }
  }
}

extension Table {
  var formName: String {
    guard alignments.contains(where: { $0 != nil }) else { return "table" }
    return "table aligned " + alignments.map { $0?.rawValue ?? "freely" }.joined(separator: ", ")
  }
}
