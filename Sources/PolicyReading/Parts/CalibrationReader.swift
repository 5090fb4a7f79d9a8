import CommonMark
import PolicyModel

/// Reads the calibration cases and the escalation table.
enum CalibrationReader {
  static func cases(
    of part: Policy.Part, _ findings: inout FindingCollector
  ) -> [Policy.CalibrationCase] {
    let columns = ["Case", "Verdict", "Rule", "Severity", "Action", "Why"]
    guard let table = TableReader.table(of: part, columns: columns, &findings) else { return [] }
    let text = findings.file.text
    var cases: [Policy.CalibrationCase] = []
    for row in table.rows {
      let severity = severity(row.cells[3], &findings)
      let action = action(row.cells[4], &findings)
      guard let verdict = Policy.Verdict(rawValue: row.cells[1].words.lowercased()) else {
        findings.report(
          .verdictUnknown, at: row.cells[1].range,
          "`\(row.cells[1].words)` is not a verdict",
          help: "Verdicts are allowed, not allowed, and it depends.")
        continue
      }
      cases.append(
        Policy.CalibrationCase(
          situation: row.cells[0].inlines, verdict: verdict,
          rule: row.cells[2].ruleID(in: text, &findings), severity: severity, action: action,
          reason: row.cells[5].inlines, range: row.range))
    }
    return cases
  }

  private static func severity(
    _ cell: Table.Cell, _ findings: inout FindingCollector
  ) -> Located<Int>? {
    guard !cell.isBlank else { return nil }
    if let number = Int(cell.words), (1...99).contains(number) {
      return Located(number, cell.range)
    }
    findings.report(
      .severityNotNumber, at: cell.range, "`\(cell.words)` is not a severity")
    return nil
  }

  private static func action(
    _ cell: Table.Cell, _ findings: inout FindingCollector
  ) -> Located<Ladder.Step>? {
    guard !cell.isBlank else { return nil }
    return LadderReader.step(cell, &findings).map { Located($0, cell.range) }
  }

  static func escalation(
    of part: Policy.Part, _ findings: inout FindingCollector
  ) -> [Policy.EscalationRow] {
    let columns = ["When", "Who", "Within"]
    guard let table = TableReader.table(of: part, columns: columns, &findings) else { return [] }
    return table.rows.map { row in
      Policy.EscalationRow(
        when: row.cells[0].inlines, route: Located(row.cells[1].words, row.cells[1].range),
        within: row.cells[2].inlines, range: row.range)
    }
  }
}
