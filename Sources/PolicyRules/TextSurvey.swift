import CommonMark
import PolicyModel

/// Every link, image and piece of raw HTML of a policy, found in one walk.
struct TextSurvey: Sendable {
  struct Reference: Sendable {
    var link: Link
    /// An image's alternative text; `nil` for a link.
    var alternative: String?
    var part: PartKind?
    /// The text in which it stands.
    var range: SourceRange
    /// Whether it was meant for a footnote: `[^1]` with a line `[^1]: note`.
    var isFootnote = false
  }

  struct RawHTML: Sendable {
    var part: PartKind?
    var range: SourceRange
  }

  private(set) var links: [Reference] = []
  private(set) var html: [RawHTML] = []

  init(of policy: Policy) {
    let bytes = policy.source.text.bytes
    for part in policy.parts where Self.mayRefer(bytes, part.range) {
      add(part.blocks, part.kind)
    }
  }

  /// Most parts hold none of the characters without which there is no link and no HTML.
  private static func mayRefer(_ bytes: [UInt8], _ range: SourceRange) -> Bool {
    bytes[range.clamped(to: 0..<bytes.count)].contains { byte in
      byte == UInt8(ascii: "[") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "@")
        || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "w")
    }
  }

  private mutating func add(_ blocks: [Block], _ part: PartKind?) {
    for block in blocks {
      switch block.kind {
      case .paragraph(let inlines), .heading(_, let inlines): add(inlines, part, block.range)
      case .quote(let inner): add(inner, part)
      case .list(let list): for item in list.items { add(item.blocks, part) }
      case .table(let table):
        for cell in table.header.cells { add(cell.inlines, part, cell.range) }
        for row in table.rows {
          for cell in row.cells { add(cell.inlines, part, cell.range) }
        }
      case .html: html.append(RawHTML(part: part, range: block.range))
      case .code, .thematicBreak: break
      }
    }
  }

  private mutating func add(_ inlines: [Inline], _ part: PartKind?, _ range: SourceRange) {
    for inline in inlines {
      switch inline {
      case .text, .softBreak, .lineBreak, .code: break
      case .html: html.append(RawHTML(part: part, range: range))
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner):
        add(inner, part, range)
      case .link(let link, let inner):
        links.append(
          Reference(
            link: link, alternative: nil, part: part, range: range,
            isFootnote: inner.plainText.hasPrefix("^")))
        add(inner, part, range)
      case .image(let link, let inner):
        links.append(
          Reference(link: link, alternative: inner.plainText, part: part, range: range))
      }
    }
  }
}
