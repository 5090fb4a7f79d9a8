/// How blocks are written as HTML. The plain options write what the `cmark-gfm` program writes.
package struct HTMLOptions: Sendable {
  /// Added to the level of each heading, which then stays at 6 or less.
  package var headingShift = 0
  /// The `style` of an element, for messages, which cannot have a stylesheet.
  package var styles: [String: String] = [:]
  /// Writes a text, a code span or an address; `nil` for the plain way. Tokens are filled in here.
  package var write: (@Sendable (String, Context, inout String) -> Bool)?
  /// Turns an address into what stands in the page; `nil` for the address as it is. Where it gives
  /// nothing, the words stand without a link.
  package var resolve: (@Sendable (String) -> String?)?
  /// Gives headings an `id` made from their words.
  package var headingIDs = false
  /// Other ids, by those that the words would make.
  package var headingNames: [String: String] = [:]
  /// Wraps tables so that a wide one scrolls by itself; the heads of its columns name it.
  package var tableWrapper: (open: @Sendable (_ heads: String) -> String, close: String)?
  /// Writes what a valid, accessible page needs where cmark-gfm's output differs: classes in place
  /// of `align`, and a task's state as a word in place of a control without a label.
  package var isForPages = false
  /// Leaves cmark-gfm's comment where raw HTML stood. Nobody signs raw HTML, so no byte of what is
  /// published may follow from it.
  package var marksRawHTML = true

  package enum Context: Sendable { case text, attribute, url }

  package init() {}
}

extension Sequence<Block> {
  package func html(_ options: HTMLOptions = HTMLOptions()) -> String {
    var writer = HTMLWriter(options: options)
    writer.blocks(self)
    return writer.out
  }
}

extension Sequence<Inline> {
  package func html(_ options: HTMLOptions = HTMLOptions()) -> String {
    var writer = HTMLWriter(options: options)
    writer.inlines(self)
    return writer.out
  }
}

private struct HTMLWriter {
  let options: HTMLOptions
  var out = ""
  private var headingIDs: Set<String> = []

  init(options: HTMLOptions) { self.options = options }

  mutating func blocks(_ blocks: some Sequence<Block>) {
    for block in blocks { self.block(block) }
  }

  private mutating func block(_ block: Block) {
    switch block.kind {
    case .paragraph(let inlines): element("p") { $0.inlines(inlines) }
    case .heading(let level, let inlines): heading(level, inlines)
    case .quote(let inner):
      open("blockquote")
      out += "\n"
      blocks(inner)
      out += "</blockquote>\n"
    case .list(let list): self.list(list)
    case .code(let info, let literal): code(info: info, literal)
    case .html: if options.marksRawHTML { out += "<!-- raw HTML omitted -->\n" }
    case .thematicBreak:
      out += "<hr"
      style("hr")
      out += " />\n"
    case .table(let table): self.table(table)
    }
  }

  private mutating func heading(_ level: Int, _ inlines: [Inline]) {
    let name = "h\(Swift.min(level + options.headingShift, 6))"
    out += "<" + name
    if options.headingIDs {
      let words = Slug.make(from: inlines.plainText)
      let slug = options.headingNames[words] ?? words
      var id = slug
      var number = 1
      while !headingIDs.insert(id).inserted {
        number += 1
        id = "\(slug)-\(number)"
      }
      out += " id=\""
      out.appendEscapingHTML(id)
      out += "\""
    }
    style(name)
    out += ">"
    self.inlines(inlines)
    out += "</\(name)>\n"
  }

  private mutating func list(_ list: List) {
    let name = list.isOrdered ? "ol" : "ul"
    out += "<" + name
    if list.isOrdered, list.start != 1 { out += " start=\"\(list.start)\"" }
    style(name)
    out += ">\n"
    for item in list.items {
      open("li")
      if let isChecked = item.isChecked {
        out +=
          options.isForPages
          ? (isChecked ? "Done: " : "To do: ")
          : "<input type=\"checkbox\" \(isChecked ? "checked=\"\" " : "")disabled=\"\" /> "
      }
      self.item(item.blocks, isTight: list.isTight)
      out += "</li>\n"
    }
    out += "</\(name)>\n"
  }

  /// In a tight list paragraphs stand bare; a block after bare text begins a new line.
  private mutating func item(_ blocks: [Block], isTight: Bool) {
    for block in blocks {
      if isTight, case .paragraph(let inlines) = block.kind {
        self.inlines(inlines)
      } else {
        if out.utf8.last != UInt8(ascii: "\n") { out += "\n" }
        self.block(block)
      }
    }
  }

  private mutating func code(info: String, _ literal: String) {
    open("pre")
    out += "<code"
    if let language = info.split(whereSeparator: { $0 == " " || $0 == "\t" }).first {
      out += " class=\"language-"
      out.appendEscapingHTML(language)
      out += "\""
    }
    style("pre code")
    out += ">"
    write(literal, .text)
    out += "</code></pre>\n"
  }

  private mutating func table(_ table: Table) {
    if let wrapper = options.tableWrapper {
      let heads = table.header.cells.map(\.inlines.plainText).filter { !$0.isEmpty }
      out += wrapper.open(heads.joined(separator: ", "))
    }
    open("table")
    out += "\n<thead>\n"
    row(table.header, "th", table.alignments)
    out += "</thead>\n"
    if !table.rows.isEmpty {
      out += "<tbody>\n"
      for row in table.rows { self.row(row, "td", table.alignments) }
      out += "</tbody>\n"
    }
    out += "</table>\n"
    if let wrapper = options.tableWrapper { out += wrapper.close }
  }

  private mutating func row(_ row: Table.Row, _ name: String, _ alignments: [Table.Alignment?]) {
    out += "<tr>\n"
    for (index, cell) in row.cells.enumerated() {
      out += "<" + name
      align(index < alignments.count ? alignments[index] : nil, name)
      out += ">"
      inlines(cell.inlines)
      out += "</\(name)>\n"
    }
    out += "</tr>\n"
  }

  /// A column's alignment: as the element's own style where it has one, as a class on pages, and as
  /// cmark-gfm writes it elsewhere.
  private mutating func align(_ alignment: Table.Alignment?, _ name: String) {
    guard let alignment else { return style(name) }
    if let style = options.styles[name] {
      out += " style=\""
      out.appendEscapingHTML("\(style)text-align:\(alignment.rawValue);")
      out += "\""
    } else {
      out += options.isForPages ? " class=\"" : " align=\""
      out += alignment.rawValue + "\""
    }
  }

  mutating func inlines(_ inlines: some Sequence<Inline>) {
    for inline in inlines { self.inline(inline) }
  }

  private mutating func inline(_ inline: Inline) {
    switch inline {
    case .text(let text): write(text, .text)
    case .softBreak: out += "\n"
    case .lineBreak: out += "<br />\n"
    case .code(let literal):
      open("code")
      write(literal, .text)
      out += "</code>"
    case .html: if options.marksRawHTML { out += "<!-- raw HTML omitted -->" }
    case .emphasis(let inner): span("em", inner)
    case .strong(let inner): span("strong", inner)
    case .strikethrough(let inner): span("del", inner)
    case .link(let link, let inner):
      if let resolve = options.resolve, resolve(link.destination) == nil { return inlines(inner) }
      out += "<a href=\""
      address(link.destination)
      out += "\""
      title(link.title)
      style("a")
      out += ">"
      inlines(inner)
      out += "</a>"
    case .image(let link, let inner):
      out += "<img src=\""
      address(link.destination)
      out += "\" alt=\""
      write(inner.plainText, .attribute)
      out += "\""
      title(link.title)
      out += " />"
    }
  }

  private mutating func address(_ destination: String) {
    if let write = options.write, write(destination, .url, &out) { return }
    guard LinkSafety.allows(destination) else { return }
    out.appendEscapingURL(options.resolve?(destination) ?? destination)
  }

  private mutating func title(_ title: String) {
    guard !title.isEmpty else { return }
    out += " title=\""
    write(title, .attribute)
    out += "\""
  }

  private mutating func write(_ text: String, _ context: HTMLOptions.Context) {
    if let write = options.write, write(text, context, &out) { return }
    out.appendEscapingHTML(text)
  }

  private mutating func span(_ name: String, _ inner: [Inline]) {
    open(name)
    inlines(inner)
    out += "</\(name)>"
  }

  private mutating func element(_ name: String, _ body: (inout Self) -> Void) {
    open(name)
    body(&self)
    out += "</\(name)>\n"
  }

  private mutating func open(_ name: String) {
    out += "<" + name
    style(name)
    out += ">"
  }

  private mutating func style(_ name: String) {
    guard let style = options.styles[name] else { return }
    out += " style=\""
    out.appendEscapingHTML(style)
    out += "\""
  }
}
