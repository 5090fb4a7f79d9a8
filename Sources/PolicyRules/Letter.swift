import CommonMark
import PolicyModel

/// A message as the rules of e-mails look at it: which variables it uses, and where.
struct Letter: Sendable {
  struct Use: Sendable {
    enum Place: Sendable { case subject, preview, body }
    var name: String
    var range: SourceRange
    var place: Place
    /// Whether it is sent only if some variable is there, or is not.
    var isConditional: Bool
  }

  let message: MessageTemplate
  /// The tokens of the letter, its headers included; without those that open sections.
  private(set) var uses: [Use] = []
  /// The variables on which sections depend.
  private(set) var conditions: [Located<String>] = []
  /// From its heading to the end of its last paragraph.
  private(set) var range: SourceRange
  private(set) var blockCount = 0

  init(_ message: MessageTemplate, in policy: Policy) {
    self.message = message
    range = message.range
    add(message.subject?.value ?? [], .subject, isConditional: false)
    add(message.preview?.value ?? [], .preview, isConditional: false)
    add(message.body, isConditional: false)
  }

  var kind: MessageKind { message.kind }
  var says: [String] { message.says.map(\.value) }

  /// How the body uses a variable: `nil` where it does not.
  func bodyUse(of name: String) -> Use? {
    var conditional: Use?
    for use in uses where use.place == .body && use.name == name {
      guard use.isConditional else { return use }
      conditional = conditional ?? use
    }
    return conditional
  }

  private mutating func add(_ parts: [MessageTemplate.Part], isConditional: Bool) {
    for part in parts {
      switch part {
      case .block(let block):
        blockCount += 1
        range = range.lowerBound..<max(range.upperBound, block.range.upperBound)
        add(block, isConditional: isConditional)
      case .section(let variable, _, let inner):
        conditions.append(variable)
        range = range.lowerBound..<max(range.upperBound, variable.range.upperBound)
        add(inner, isConditional: true)
      }
    }
  }

  private mutating func add(_ block: Block, isConditional: Bool) {
    switch block.kind {
    case .paragraph(let inlines), .heading(_, let inlines):
      add(inlines, .body, isConditional: isConditional)
    case .quote(let blocks): for block in blocks { add(block, isConditional: isConditional) }
    case .list(let list):
      for item in list.items {
        blockCount += 1
        for block in item.blocks { add(block, isConditional: isConditional) }
      }
    case .table(let table):
      for row in [table.header] + table.rows {
        blockCount += row.cells.count
        for cell in row.cells { add(cell.inlines, .body, isConditional: isConditional) }
      }
    case .code(_, let literal): add([.code(literal)], .body, isConditional: isConditional)
    case .html, .thematicBreak: break
    }
  }

  private mutating func add(_ inlines: [Inline], _ place: Use.Place, isConditional: Bool) {
    var found: [Use] = []
    message.tokens.forEachToken(in: inlines) { token in
      found.append(
        Use(name: token.name, range: token.range, place: place, isConditional: isConditional))
    }
    uses += found
  }
}

extension MessageTemplate {
  /// A header as it will be read, each token as long as its sample.
  func sample(of header: [Inline], _ variables: [String: Variable]) -> String {
    tokens.pieces(of: header.plainText).map { piece in
      switch piece {
      case .text(let text): String(text)
      case .token(let token): variables[token.name]?.shownSample ?? token.name
      }
    }.joined()
  }
}
