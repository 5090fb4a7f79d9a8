import CommonMark
import PolicyModel
import PolicyProjection

/// The severity table and the enforcement ladder as the matrices that moderators read.
struct LadderMarkup {
  let workflow: Workflow
  let options: HTMLOptions

  func severityHTML() -> String {
    var html = "<table class=\"severity\"><thead><tr><th scope=\"col\">Severity</th>"
    html += "<th scope=\"col\">What it looks like</th><th scope=\"col\">Rules</th></tr></thead>\n"
    html += "<tbody>"
    for level in workflow.severities {
      html += "<tr id=\"severity-\(level.number)\"><th scope=\"row\">\(level.number)</th>"
      html += "<td data-looks=\"\(level.number)\">\(level.description.html(options))</td>"
      html += "<td>\(level.rules.map(\.value).joined(separator: ", ").htmlEscaped)</td>"
      html += "</tr>\n"
    }
    return html + "</tbody></table>\n"
  }

  func ladderHTML() -> String {
    guard let ladder = workflow.ladder else { return "" }
    let hasRefusal = ladder.rows.contains { $0.ifRefused != nil }
    let columns = ladder.occasions + (hasRefusal ? ["If refused"] : [])
    var html = "<table class=\"ladder stack\" data-question=\"\(question(ladder).htmlEscaped)\">\n"
    html += "<thead><tr><th scope=\"col\">Severity</th>"
    for (index, column) in columns.enumerated() {
      html += "<th scope=\"col\" data-column\(refusal(index, ladder))>\(column.htmlEscaped)</th>"
    }
    html += "</tr></thead>\n<tbody>"
    for row in ladder.rows.sorted(by: { $0.severity < $1.severity }) {
      html += self.row(row, of: ladder, columns, hasRefusal: hasRefusal)
    }
    html += "</tbody></table>\n"
    return html + notes(ladder)
  }

  private func question(_ ladder: Ladder) -> String {
    guard let counting = ladder.counting else { return "How often before?" }
    let of = counting.of == .rule ? "Same rule" : "Same policy"
    return "How often before? " + of + (counting.within.map { ", within \($0)" } ?? "")
  }

  /// The last column is no count of earlier cases: the script never offers it as one.
  private func refusal(_ column: Int, _ ladder: Ladder) -> String {
    column < ladder.occasions.count ? "" : " data-refused"
  }

  private func row(
    _ row: Ladder.Row, of ladder: Ladder, _ columns: [String], hasRefusal: Bool
  ) -> String {
    let rules = workflow.severities.first { $0.number == row.severity }?.rules.map(\.value) ?? []
    var html = "<tr data-severity=\"\(row.severity)\""
    html += " data-rules=\"\(rules.joined(separator: ", ").htmlEscaped)\">"
    html += "<th scope=\"row\" data-label=\"Severity\">\(row.severity)</th>"
    for (index, (written, resolved)) in zip(row.cells.map(\.step), row.resolved).enumerated() {
      let label = index < columns.count ? columns[index] : ""
      html += "<td data-action=\"\(StepMarkup.key(resolved))\" data-label=\"\(label.htmlEscaped)\">"
      html += "<span>\(StepMarkup.pill(resolved))"
      if written == .same { html += " <small>as before</small>" }
      html += "</span></td>"
    }
    if hasRefusal { html += refused(row.ifRefused?.step ?? .same, columns.last ?? "") }
    return html + "</tr>\n"
  }

  /// Where nothing is written there is no condition that could be refused.
  private func refused(_ step: Ladder.Step, _ label: String) -> String {
    let attributes = "data-label=\"\(label.htmlEscaped)\" data-refused"
    guard step != .same else { return "<td \(attributes)><span>–</span></td>" }
    return "<td data-action=\"\(StepMarkup.key(step))\" \(attributes)>"
      + "<span>\(StepMarkup.pill(step))</span></td>"
  }

  private func notes(_ ladder: Ladder) -> String {
    var html = ""
    if let counting = ladder.counting {
      html += "<p class=\"quiet\"><strong>Counts:</strong> \(counting.of.rawValue)"
      if let within = counting.within { html += ", within \(within)" }
      html += "</p>\n"
    }
    if let reason = ladder.skipsWarning {
      html += "<p class=\"quiet\"><strong>Skips warning:</strong> "
      html += "\(reason.value.html(options))</p>\n"
    }
    return html
  }
}

/// A step of the ladder as a key for scripts and styles, and as a pill.
enum StepMarkup {
  static func key(_ step: Ladder.Step) -> String {
    switch step {
    case .sanction(let sanction): sanction.action.rawValue
    case .escalate: "escalate"
    case .same: "none"
    }
  }

  static func title(_ step: Ladder.Step) -> String {
    switch step {
    case .sanction(let sanction): sanction.title
    case .escalate(let route): "Escalate: \(route)"
    case .same: "–"
    }
  }

  /// How long it lasts stands beside the pill, which would be two lines high with it on a phone.
  static func pill(_ step: Ladder.Step) -> String {
    var (words, period) = (title(step), "")
    if case .sanction(var sanction) = step, let duration = sanction.duration {
      sanction.duration = nil
      words = sanction.title
      period = "<span class=\"vh\">, </span><small>\("\(duration)".htmlEscaped)</small>"
    }
    return "<span class=\"step\"><span class=\"act act-\(key(step))\">\(words.htmlEscaped)</span>"
      + "\(period)</span>"
  }
}
