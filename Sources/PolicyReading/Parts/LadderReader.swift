import CommonMark
import PolicyModel

/// Reads the severity table and the enforcement ladder.
enum LadderReader {
  static func severities(
    of part: Policy.Part, _ findings: inout FindingCollector
  ) -> [SeverityLevel] {
    let columns = ["Severity", "What it looks like", "Rules"]
    guard let table = TableReader.table(of: part, columns: columns, &findings) else { return [] }
    let text = findings.file.text
    var levels: [SeverityLevel] = []
    for row in table.rows {
      guard let number = number(row.cells[0], &findings) else { continue }
      if levels.contains(where: { $0.number == number }) {
        findings.report(
          .severityDuplicate, at: row.cells[0].range, "Severity \(number) has two rows")
        continue
      }
      levels.append(
        SeverityLevel(
          number: number, description: row.cells[1].inlines,
          rules: row.cells[2].ruleIDs(in: text), range: row.range))
    }
    return levels
  }

  static func ladder(of part: Policy.Part, _ findings: inout FindingCollector) -> Ladder? {
    guard let (table, range) = TableReader.first(in: part) else {
      findings.report(
        .tableMissing, at: part.heading.range,
        "“\(part.heading.value)” needs a table with a row for each severity")
      return nil
    }
    let names = table.header.cells.map(\.words)
    guard names.count >= 2, names[0].lowercased() == "severity" else {
      findings.report(
        .tableColumns, at: table.header.range,
        "The columns of “\(part.heading.value)” are Severity · First time · Second time · …, "
          + "and at the end If refused where it is needed")
      return nil
    }
    let hasRefusal = names.last?.lowercased() == "if refused"
    let occasions = Array(names.dropFirst().dropLast(hasRefusal ? 1 : 0))
    var ladder = Ladder(
      occasions: occasions, rows: [], counting: nil, skipsWarning: nil, range: range)
    for row in table.rows {
      let number = number(row.cells[0], &findings)
      let cells = row.cells.dropFirst().map { cell($0, &findings) }
      guard let severity = number else { continue }
      ladder.rows.append(
        Ladder.Row(
          severity: severity, cells: Array(cells.dropLast(hasRefusal ? 1 : 0)),
          ifRefused: hasRefusal ? cells.last : nil, range: row.range))
    }
    readNotes(of: part, into: &ladder, &findings)
    return ladder
  }

  private static func number(
    _ cell: Table.Cell, _ findings: inout FindingCollector
  ) -> Int? {
    if let number = Int(cell.words), number >= 1, number <= 99 { return number }
    findings.report(
      .severityNotNumber, at: cell.range,
      "`\(cell.words)` is not a severity: severities are whole numbers, 1 the mildest")
    return nil
  }

  private static func cell(
    _ cell: Table.Cell, _ findings: inout FindingCollector
  ) -> Ladder.Cell {
    Ladder.Cell(step(cell, &findings) ?? .same, range: cell.range)
  }

  /// A cell's words as a step; `nil` with a finding where they are none.
  static func step(_ cell: Table.Cell, _ findings: inout FindingCollector) -> Ladder.Step? {
    guard !cell.isBlank else { return .same }
    let words = cell.words
    if let route = words.value(after: "escalate:") { return .escalate(route) }
    if let sanction = sanction(words) { return .sanction(sanction) }
    let name = words.prefix { $0 != "," && $0 != "(" }
    findings.report(
      .ladderActionUnknown, at: cell.range, "`\(words)` is not an action",
      explanation:
        "A cell is Notification, Warning, Restriction, `Timed restriction, 30 days`, "
        + "`Block (serious)`, `Block (refused)`, `Escalate: route`, or – for the cell before it.",
      help: nearestName(to: String(name), among: EnforcementAction.allCases.map(\.title)).map {
        "Did you mean `\($0)`?"
      })
    return nil
  }

  static func sanction(_ words: String) -> Sanction? {
    if let action = EnforcementAction(title: words) {
      return action == .timedRestriction ? nil : Sanction(action)
    }
    let parts = words.split(separator: ",", maxSplits: 1)
    if parts.count == 2, EnforcementAction(title: parts[0].trimmingBlanks) == .timedRestriction,
      let duration = Period(parts[1].trimmingBlanks), duration.count > 0
    {
      return Sanction(.timedRestriction, duration: duration)
    }
    for ground in [Sanction.Ground.serious, .refused]
    where words.lowercased() == "block (\(ground.rawValue))" {
      return Sanction(.block, ground: ground)
    }
    return nil
  }

  private static func readNotes(
    of part: Policy.Part, into ladder: inout Ladder, _ findings: inout FindingCollector
  ) {
    var known: Set<String> = []
    for block in part.blocks {
      guard case .paragraph(let inlines) = block.kind else { continue }
      let texts = LabelledText.all(in: inlines)
      reportStart(of: inlines, before: texts.first, at: block.range, &findings)
      for text in texts {
        let label = text.label.lowercased()
        switch label {
        case "counts" where known.insert(label).inserted:
          ladder.counting = counting(text.inlines.plainText, at: block.range, &findings)
        case "skips warning" where known.insert(label).inserted:
          ladder.skipsWarning = Located(text.inlines, block.range)
        default:
          findings.report(
            .sectionTextUnshown, at: findings.file.text.locate(text.label, in: block.range),
            known.contains(label)
              ? "A second “\(text.label)” is shown nowhere"
              : "“\(text.label)” is no label of a ladder, and is shown nowhere",
            help: "Labels are **Counts:** and **Skips warning:**, once each.")
        }
      }
    }
  }

  /// Reports what a paragraph says before its first label.
  private static func reportStart(
    of inlines: [Inline], before label: LabelledText?, at range: SourceRange,
    _ findings: inout FindingCollector
  ) {
    var start = range
    if let label {
      let first = inlines.trimmed.first
      if case .strong(let words)? = first, words.plainText.hasPrefix(label.label) { return }
      if case .html? = first { return }
      let found = findings.file.text.locate("**\(label.label)", in: range)
      start = range.lowerBound..<max(range.lowerBound, found.lowerBound)
    } else if inlines.allSatisfy(\.isHTML) {
      return
    }
    findings.report(
      .sectionTextUnshown, at: start, "Text beside the labels of the ladder is shown nowhere",
      help: "Write it behind **Counts:** or **Skips warning:**, or move it to a part of prose.")
  }

  private static func counting(
    _ words: String, at range: SourceRange, _ findings: inout FindingCollector
  ) -> Ladder.Counting? {
    let parts = words.lowercased().split(separator: ",").map { $0.trimmingBlanks }
    let of = parts.first.flatMap(Ladder.Counting.Of.init(rawValue:))
    let within = parts.count > 1 ? parts[1].value(after: "within").flatMap { Period($0) } : nil
    guard let of, parts.count == 1 || (parts.count == 2 && within != nil) else {
      findings.report(
        .ladderCountsMalformed, at: range, "`\(words)` does not say what counts as a second time",
        help: "Write **Counts:** same rule, within 12 months (or: same policy).")
      return nil
    }
    return Ladder.Counting(of: of, within: within)
  }
}

extension Inline {
  fileprivate var isHTML: Bool {
    switch self {
    case .html, .softBreak, .lineBreak: true
    default: false
    }
  }
}

extension String {
  /// What stands behind `label` at the start, in any case; `nil` where it does not begin so.
  func value(after label: String) -> String? {
    guard lowercased().hasPrefix(label) else { return nil }
    let rest = String(dropFirst(label.count)).trimmingBlanks
    return rest.isEmpty ? nil : rest
  }
}
