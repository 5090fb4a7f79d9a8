import PolicyModel
import PolicySite

/// The portfolio for people, spreadsheets and programs.
package enum ListReport {
  package static func text(_ rows: [ListJob.Row]) -> String {
    let hasRounds = rows.contains { $0.round != nil }
    let header = [
      "POLICY", "STAGE", "VERSION", hasRounds ? "ROUND" : "", hasRounds ? "WAITING FOR" : "",
      "THEME", "OWNER", "NEXT", "",
    ]
    let lines = [header] + rows.map { cells($0, hasRounds: hasRounds) }
    let widths = header.indices.map { column in
      lines.map { TerminalText.width(of: $0[column]) }.max() ?? 0
    }
    return lines.map { cells in
      var line = ""
      for (cell, width) in zip(cells, widths) where width > 0 {
        line += cell + String(repeating: " ", count: width - TerminalText.width(of: cell)) + "  "
      }
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  private static func cells(_ row: ListJob.Row, hasRounds: Bool) -> [String] {
    let round = row.round.map(String.init) ?? "–"
    return [
      row.id, row.stage?.rawValue ?? "–", row.version.map(String.init) ?? "–",
      hasRounds ? round : "", hasRounds ? waiting(row) : "", row.theme?.rawValue ?? "–",
      row.owner ?? "–",
      row.nextDate.map { "\($0) \(row.next ?? "")" } ?? "–",
      row.errors == 0 ? "" : row.errors == 1 ? "1 error" : "\(row.errors) errors",
    ].map { TerminalText.safe($0) }
  }

  private static func waiting(_ row: ListJob.Row) -> String {
    guard row.round != nil else { return "–" }
    guard let groups = row.waitingFor else { return "?" }
    return groups.isEmpty ? "nobody" : groups.joined(separator: ", ")
  }

  package static func csv(_ rows: [ListJob.Row]) -> String {
    "id,title,theme,stage,version,round,owner,next_date,next,errors,path,waiting_for\r\n"
      + rows.map { fields($0).map(CSV.field).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func fields(_ row: ListJob.Row) -> [String] {
    let names: [String] = [row.theme?.rawValue ?? "", row.stage?.rawValue ?? ""]
    let numbers: [String] = [row.version, row.round].map { $0.map(String.init) ?? "" }
    let next: [String] = [row.nextDate?.description ?? "", row.next ?? ""]
    return [row.id, row.title] + names + numbers + [row.owner ?? ""] + next
      + [String(row.errors), row.path, (row.waitingFor ?? []).joined(separator: " ")]
  }

  package static func json(_ rows: [ListJob.Row]) -> String { JSONReporter.json(rows) }
}
