import CommonMark
import PolicyModel

/// A document as bytes in which only what readers can notice counts: the form that is signed.
///
/// Each value carries a tag and its length, so that no two documents have the same bytes. A soft
/// break is a space; bullets, wrapping and the way in which YAML was quoted leave no trace. Raw HTML
/// is never shown to anybody, so it leaves none either.
struct NormalForm {
  private(set) var bytes: [UInt8] = []
  /// Gives back the tokens that were lifted out of the text.
  let tokens: TokenTable

  init(tokens: TokenTable) { self.tokens = tokens }

  /// A tag and a text.
  mutating func add(_ tag: String, _ text: String) {
    for part in [tag, text] {
      bytes += String(part.utf8.count).utf8
      bytes.append(UInt8(ascii: ":"))
      bytes += part.utf8
    }
  }

  /// A tag, and what `body` adds, as one value.
  mutating func add(_ tag: String, _ body: (inout NormalForm) -> Void) {
    var inner = NormalForm(tokens: tokens)
    body(&inner)
    add(tag, String(inner.bytes.count))
    bytes += inner.bytes
  }

  // MARK: Blocks

  mutating func add(_ blocks: [Block]) {
    for block in blocks { add(block) }
  }

  mutating func add(_ block: Block) {
    switch block.kind {
    case .paragraph(let inlines): add("paragraph") { $0.add(inlines) }
    case .heading(let level, let inlines): add("heading \(level)") { $0.add(inlines) }
    case .quote(let blocks): add("quote") { $0.add(blocks) }
    case .list(let list): add(list)
    case .code(let info, let literal):
      add("code") {
        $0.add("info", info)
        $0.add("text", $0.tokens.signed(literal))
      }
    case .html: break
    case .thematicBreak: add("break", "")
    case .table(let table): add(table)
    }
  }

  private mutating func add(_ list: List) {
    let kind = list.isOrdered ? "numbered from \(list.start)" : "bulleted"
    add("list \(kind) \(list.isTight ? "tight" : "loose")") { form in
      for item in list.items {
        let state = item.isChecked.map { $0 ? " done" : " open" } ?? ""
        form.add("item\(state)") { $0.add(item.blocks) }
      }
    }
  }

  private mutating func add(_ table: Table) {
    let alignments = table.alignments.map { $0?.rawValue ?? "none" }.joined(separator: " ")
    add("table \(alignments)") { form in
      for row in [table.header] + table.rows {
        form.add("row") { inner in
          for cell in row.cells { inner.add("cell") { $0.add(cell.inlines) } }
        }
      }
    }
  }

  // MARK: Inlines

  /// Neighbouring texts and soft breaks are one text, as are those around a comment, with its blanks
  /// on one side only.
  mutating func add(_ inlines: [Inline]) {
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
        let words = tokens.signed(text)
        run += isBehindComment && run.last == " " ? String(words.drop { $0 == " " }) : words
      case .softBreak: if !isBehindComment || run.last != " " { run += " " }
      default:
        endRun(&run)
        addMarkup(inline)
      }
    }
    if isBehindComment { while run.last == " " { run.removeLast() } }
    endRun(&run)
  }

  private mutating func endRun(_ run: inout String) {
    if !run.isEmpty { add("text", run) }
    run = ""
  }

  private mutating func addMarkup(_ inline: Inline) {
    switch inline {
    case .text, .softBreak, .html: break
    case .lineBreak: add("line break", "")
    case .code(let literal): add("code", tokens.signed(literal))
    case .emphasis(let inner): add("emphasis") { $0.add(inner) }
    case .strong(let inner): add("strong") { $0.add(inner) }
    case .strikethrough(let inner): add("strikethrough") { $0.add(inner) }
    case .link(let link, let inner): add("link", link, inner)
    case .image(let link, let inner): add("image", link, inner)
    }
  }

  private mutating func add(_ tag: String, _ link: Link, _ inner: [Inline]) {
    add(tag) { form in
      form.add("address", form.tokens.signed(link.destination))
      form.add("title", form.tokens.signed(link.title))
      form.add(inner)
    }
  }
}
