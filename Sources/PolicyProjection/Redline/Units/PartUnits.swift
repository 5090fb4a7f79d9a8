import CommonMark
import PolicyModel

/// Cuts the blocks of a part, or of an e-mail, into units: each paragraph, each item of a list and
/// each row of a table is one. ``UnitNaming`` says what they are called.
struct PartUnits {
  private(set) var units: [RedlineUnit] = []
  private let tokens: TokenTable
  private let naming: UnitNaming
  private var counts: [RedlineUnit.Subject.Kind: Int] = [:]
  private var hasTable = false
  private var hasNumberedList = false

  init(tokens: TokenTable, naming: UnitNaming) {
    self.tokens = tokens
    self.naming = naming
  }

  static func units(
    of blocks: [Block], tokens: TokenTable, naming: UnitNaming
  ) -> [RedlineUnit] {
    var parts = PartUnits(tokens: tokens, naming: naming)
    if naming.shape == .questions { parts.addQuestions(blocks) } else { parts.add(blocks) }
    return parts.units
  }

  mutating func add(_ blocks: [Block], depth: Int = 0, condition: String? = nil) {
    for block in blocks {
      switch block.kind {
      case .html: break
      case .list(let list): add(list, depth, condition)
      case .table(let table): add(table, depth)
      default: append(name(of: block), condition) { $0.add(block, depth: depth) }
      }
    }
  }

  private mutating func name(of block: Block) -> UnitNaming.Name {
    let kind = block.subjectKind
    return naming.block(kind, count(kind), block.inlines, tokens)
  }

  /// Text before the first question belongs to none.
  private mutating func addQuestions(_ blocks: [Block]) {
    var rest = blocks[...]
    while let start = rest.firstIndex(where: \.isHeading) {
      add(Array(rest[rest.startIndex..<start]))
      let end = rest[(start + 1)...].firstIndex(where: \.isHeading) ?? rest.endIndex
      let question = Array(rest[start..<end])
      append(naming.question(question[0].inlines.plainText)) { $0.add(question, depth: 0) }
      rest = rest[end...]
    }
    add(Array(rest))
  }

  private mutating func add(_ list: List, _ depth: Int, _ condition: String?) {
    append(naming.frame(.list)) { $0.begin(list.formName, depth: depth) }
    let isSteps = list.isOrdered && !hasNumberedList
    hasNumberedList = hasNumberedList || list.isOrdered
    for (index, item) in list.items.enumerated() {
      let name = naming.item(
        item, count(.item), step: isSteps ? index + 1 : nil, tokens)
      guard naming.shape == .definitions, name.isPublic, item.blocks.count > 1 else {
        append(name, condition) { $0.add(item, depth: depth + 1) }
        continue
      }
      // The article shows the first paragraph of a definition only.
      var first = item
      first.blocks.removeSubrange(1...)
      append(name, condition) { $0.add(first, depth: depth + 1) }
      for block in item.blocks.dropFirst() {
        append(self.name(of: block), condition) { $0.add(block, depth: depth + 2) }
      }
    }
  }

  private mutating func add(_ table: Table, _ depth: Int) {
    append(naming.frame(.table)) { $0.begin(table.formName, depth: depth) }
    var columns = naming.frame(.columns)
    columns.key = ByteText("columns")
    append(columns) { $0.add(table.header, depth: depth + 1) }
    let isFirst = !hasTable
    hasTable = true
    let names = table.header.cells.map(\.inlines.plainText)
    for row in table.rows {
      if isFirst, naming.shape == .ladder {
        addLadder(row, names, depth + 1)
      } else {
        let name = naming.row(row, count(.row), columns: isFirst ? names : [])
        append(name) { $0.add(row, depth: depth + 1) }
      }
    }
  }

  /// Each cell of the ladder is a unit, so that a reader sees for which severity and which time.
  private mutating func addLadder(_ row: Table.Row, _ columns: [String], _ depth: Int) {
    let severity = row.cells.first?.inlines.plainText ?? ""
    var start = row
    start.cells.removeSubrange(min(1, row.cells.count)...)
    append(naming.ladderRow(severity)) { $0.add(start, depth: depth) }
    for (index, cell) in row.cells.enumerated().dropFirst() {
      let column = index < columns.count ? columns[index] : String(index)
      append(naming.ladderCell(severity, column)) { $0.add(cell, depth: depth + 1) }
    }
  }

  mutating func append(
    _ name: UnitNaming.Name, _ condition: String? = nil, _ write: (inout UnitWriter) -> Void
  ) {
    var writer = UnitWriter(tokens: tokens, condition: condition)
    write(&writer)
    let (texts, form) = writer.finish()
    units.append(
      RedlineUnit(
        subject: name.subject, key: name.key, isKeyFirm: name.isKeyFirm, isPublic: name.isPublic,
        isFrame: name.isFrame, texts: texts, form: form))
  }

  private mutating func count(_ kind: RedlineUnit.Subject.Kind) -> Int {
    counts[kind, default: 0] += 1
    return counts[kind, default: 0]
  }
}

extension Block {
  fileprivate var isHeading: Bool { if case .heading = kind { true } else { false } }

  fileprivate var subjectKind: Redline.Subject.Kind {
    switch kind {
    case .paragraph, .html: .paragraph
    case .heading: .heading
    case .quote: .quote
    case .list: .list
    case .code: .code
    case .thematicBreak: .divider
    case .table: .table
    }
  }
}
