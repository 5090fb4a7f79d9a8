import CommonMark
import PolicyModel

/// Compares the cells that a row of any table has in the file with the columns of its table. GitHub's
/// Markdown drops what is too much and fills up what is too little, and says nothing.
enum TableRows {
  static func check(_ part: Policy.Part, _ findings: inout FindingCollector) {
    switch part.kind?.description.shape {
    case .examples, .severity, .ladder, .calibration, .escalation:
      check(part.blocks, as: .tableRowCells, &findings)
    default: check(part.blocks, as: .tableProseCells, &findings)
    }
  }

  private static func check(
    _ blocks: [Block], as rule: RuleDescription, _ findings: inout FindingCollector
  ) {
    for block in blocks {
      switch block.kind {
      case .table(let table): check(table, as: rule, &findings)
      case .quote(let inner): check(inner, as: rule, &findings)
      case .list(let list):
        for item in list.items { check(item.blocks, as: rule, &findings) }
      default: break
      }
    }
  }

  private static func check(
    _ table: Table, as rule: RuleDescription, _ findings: inout FindingCollector
  ) {
    let columns = table.header.cells.count
    for row in table.rows {
      let cells = TableRow.cellRanges(in: findings.file.text.bytes, line: row.range)
      guard let first = cells.first, let last = cells.last else { continue }
      let count = "A row of \(cells.count) cell\(cells.count == 1 ? "" : "s") in a table of "
      if cells.count < columns {
        findings.report(
          rule, at: first.lowerBound..<last.upperBound, count + "\(columns) columns",
          help: cells.count == 1
            ? "Leave a blank line above it if it does not belong to the table."
            : "Write the missing cells; an empty one says that there is nothing.")
      } else if let lost = cells[columns...].first(where: { !$0.isEmpty }) {
        findings.report(
          rule, at: lost.lowerBound..<last.upperBound,
          count + "\(columns): what is too much is shown nowhere",
          help: "Write \\| for a bar inside a cell.")
      }
    }
  }
}
