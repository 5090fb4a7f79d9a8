import CommonMark
import PolicyModel

/// Makes the parts of a letter from those of its template: tokens filled in, and what has no place in
/// a letter left out.
struct LetterFiller {
  let values: MessageValues
  private var hasButton = false

  init(values: MessageValues) { self.values = values }

  /// The parts in a row, sections as marks between them or, in a preview, shown or left out.
  mutating func parts(_ template: [MessageTemplate.Part]) -> [Letter.Part] {
    var parts: [Letter.Part] = []
    for part in template {
      switch part {
      case .block(let block):
        if let part = self.part(block) { parts.append(part) }
      case .section(let variable, let isInverted, let inner):
        // A hidden section is read too: which link is the button must not hang on a sample.
        let inner = self.parts(inner)
        guard values.shows(section: variable.value, isInverted: isInverted) else { continue }
        guard values.fill == .tokens else {
          parts += inner
          continue
        }
        parts.append(.open(variable.value, isInverted: isInverted))
        parts += inner
        parts.append(.close(variable.value))
      }
    }
    return parts
  }

  private mutating func part(_ block: Block) -> Letter.Part? {
    if !hasButton, case .paragraph(let inlines) = block.kind, let button = button(inlines) {
      hasButton = true
      return button
    }
    return self.block(block).map { .block($0) }
  }

  /// A paragraph that is nothing but a bold link, or the link by which the customer recommits.
  private func button(_ inlines: [Inline]) -> Letter.Part? {
    guard inlines.count == 1, let only = inlines.first else { return nil }
    switch only {
    case .strong(let inner):
      guard inner.count == 1, case .link(let link, let words)? = inner.first else { return nil }
      return button(link, words)
    case .link(let link, let words):
      if words.count == 1, case .strong(let inner)? = words.first { return button(link, inner) }
      return values.isToken("lift.recommit_url", link.destination) ? button(link, words) : nil
    default: return nil
    }
  }

  private func button(_ link: Link, _ words: [Inline]) -> Letter.Part? {
    guard let address = values.address(link.destination) else { return nil }
    return .button(Link(destination: address), inlines(words, inLink: true))
  }

  private func blocks(_ blocks: [Block]) -> [Block] { blocks.compactMap { block($0) } }

  private func block(_ block: Block) -> Block? {
    switch block.kind {
    case .paragraph(let inlines):
      let inlines = self.inlines(inlines)
      return inlines.isEmpty ? nil : Block(.paragraph(inlines), range: block.range)
    case .heading(let level, let inlines):
      // The message's own heading is an H3 of the file: what stands below it begins at 2 here.
      let level = min(max(level - 2, 2), 3)
      return Block(.heading(level: level, self.inlines(inlines)), range: block.range)
    case .quote(let inner): return Block(.quote(blocks(inner)), range: block.range)
    case .list(var list):
      for index in list.items.indices { fill(&list.items[index]) }
      return Block(.list(list), range: block.range)
    case .code(_, let literal):
      return Block(.code(info: "", literal: values.filled(literal)), range: block.range)
    case .html: return nil
    case .thematicBreak: return block
    case .table(var table):
      fill(&table.header)
      for index in table.rows.indices { fill(&table.rows[index]) }
      return Block(.table(table), range: block.range)
    }
  }

  /// A letter has no form fields: the box of a task becomes a sign.
  private func fill(_ item: inout ListItem) {
    item.blocks = blocks(item.blocks)
    guard let isChecked = item.isChecked else { return }
    item.isChecked = nil
    if let first = item.blocks.first, case .paragraph(let inlines) = first.kind {
      let box = Inline.text(isChecked ? "☑ " : "☐ ")
      item.blocks[0] = Block(.paragraph([box] + inlines), range: first.range)
    }
  }

  private func fill(_ row: inout Table.Row) {
    for index in row.cells.indices {
      row.cells[index].inlines = inlines(row.cells[index].inlines)
    }
  }

  private func inlines(_ inlines: [Inline], inLink: Bool = false) -> [Inline] {
    var out: [Inline] = []
    out.reserveCapacity(inlines.count)
    for inline in inlines {
      switch inline {
      case .text(let text): out.append(.text(values.filled(text)))
      case .softBreak, .lineBreak: out.append(inline)
      case .code(let text): out.append(.code(values.filled(text)))
      case .html: break
      case .emphasis(let inner): out.append(.emphasis(self.inlines(inner, inLink: inLink)))
      case .strong(let inner): out.append(.strong(self.inlines(inner, inLink: inLink)))
      case .strikethrough(let inner):
        out.append(.strikethrough(self.inlines(inner, inLink: inLink)))
      case .link(let link, let inner), .image(let link, let inner):
        // Most programs hide pictures: a letter has their words, linked to the picture.
        let words = self.inlines(inner, inLink: true)
        if !inLink, let address = values.address(link.destination) {
          let title = values.filled(link.title)
          out.append(.link(Link(destination: address, title: title), words))
        } else {
          out += words
        }
      }
    }
    return out
  }

  /// The words of a subject or a preview: one line.
  func line(_ inlines: [Inline]?) -> String {
    guard let inlines else { return "" }
    return self.inlines(inlines).plainText.asHeaderText
  }
}
