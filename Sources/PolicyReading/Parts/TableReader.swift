import CommonMark
import PolicyModel

/// The table of a part, once its columns are known to be the right ones.
struct TableReader {
  /// Finds the table of `part` and compares its columns with `columns`, in order and in any case;
  /// `others` are taken as well.
  static func table(
    of part: Policy.Part, columns: [String], or others: [String] = [],
    _ findings: inout FindingCollector
  ) -> Table? {
    guard let (table, range) = first(in: part) else {
      findings.report(
        .tableMissing, at: part.heading.range,
        "“\(part.heading.value)” needs a table with the columns \(columns.joined(separator: " · "))"
      )
      return nil
    }
    let names = table.header.cells.map { $0.inlines.plainText.trimmingBlanks }
    guard [columns, others].contains(where: { names.folded == $0.folded }) else {
      findings.report(
        .tableColumns, at: table.header.range.clamped(to: range),
        "The columns of “\(part.heading.value)” are \(columns.joined(separator: " · ")), "
          + "not \(names.joined(separator: " · "))")
      return nil
    }
    return table
  }

  static func first(in part: Policy.Part) -> (Table, SourceRange)? {
    for block in part.blocks {
      if case .table(let table) = block.kind { return (table, block.range) }
    }
    return nil
  }
}

extension [String] {
  fileprivate var folded: [String] { map { $0.lowercased() } }
}

extension Table.Cell {
  var words: String { inlines.plainText.trimmingBlanks }

  /// Whether it is empty, or holds a dash that says "nothing".
  var isBlank: Bool { ["", "–", "—", "-"].contains(words) }

  /// The rule ids that it names, separated by commas.
  func ruleIDs(in text: SourceText) -> [Located<String>] {
    guard !isBlank else { return [] }
    return words.split(separator: ",").map { part in
      let id = part.trimmingBlanks
      return Located(id, text.locate(id, in: range))
    }
  }

  /// The one rule id that it names. A second one would be shown nowhere.
  func ruleID(
    in text: SourceText, _ findings: inout FindingCollector
  ) -> Located<String>? {
    let ids = ruleIDs(in: text)
    if let second = ids.dropFirst().first {
      findings.report(
        .sectionTextUnshown, at: second.range,
        "`\(second.value)` is shown nowhere: a row names one rule",
        help: "Give the other rule a row of its own.")
    }
    return ids.first
  }
}
