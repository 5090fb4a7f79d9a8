import CommonMark
import PolicyModel
import PolicyProjection

/// The calibration cases as a self-test, as JSON Lines, and as CSV (RFC 4180).
struct CalibrationPage {
  let context: SiteContext
  let workflow: Workflow

  func files() -> [OutputFile] {
    let folder = "\(workflow.id)/calibration/"
    return [
      OutputFile(folder + "index.html", page(folder + "index.html")),
      OutputFile(folder + "cases.jsonl", jsonl()), OutputFile(folder + "cases.csv", csv()),
    ]
  }

  private func page(_ path: String) -> String {
    let root = Links.root(from: path)
    let options = context.prose(root: root, site: .moderators, policyID: workflow.id)
    var values = PageShell(context: context, site: .moderators).values(
      path: path, title: "Calibration: \(workflow.title)")
    values["policyTitle"] = workflow.title
    values["workflowHref"] = context.links.href(root, "\(workflow.id)/")
    values["lead"] = "Decide each case first, then compare your answer and the reason."
    values["version"] = workflow.version
    values["jsonlHref"] = "cases.jsonl"
    values["csvHref"] = "cases.csv"
    values["cases"] = workflow.calibration.map { item -> TemplateValues in
      [
        "caseHTML": "<p>\(item.situation.html(options))</p>",
        "verdictKey": Verdicts.key(item.verdict), "verdict": Verdicts.word(item.verdict),
        "caseFacts": facts(item), "whyHTML": item.reason.html(options),
      ]
    }
    return context.theme.render("mod-calibration", values)
  }

  private func facts(_ item: Policy.CalibrationCase) -> String {
    [
      item.rule?.value, item.severity.map { "severity \($0.value)" },
      item.action.map { StepMarkup.title($0.value) },
    ].compactMap { $0 }.joined(separator: " · ")
  }

  private struct Record: Encodable {
    var id: String
    var scenario: String
    var label: String
    var verdict: String
    var severity: Int?
    var action: String?
    var rationale: String
    var policy: String
    var version: Int
  }

  private var records: [Record] {
    workflow.calibration.enumerated().map { index, item in
      Record(
        id: "\(workflow.id)-\(index + 1)", scenario: item.situation.plainText,
        label: item.verdict == .notAllowed
          ? item.rule?.value ?? "not allowed" : item.verdict.rawValue,
        verdict: item.verdict.rawValue, severity: item.severity?.value,
        action: item.action.map { StepMarkup.title($0.value) }, rationale: item.reason.plainText,
        policy: workflow.id, version: workflow.version)
    }
  }

  private func jsonl() -> String {
    records.map { StableJSON.text($0) + "\n" }.joined()
  }

  private func csv() -> String {
    var csv = "id,scenario,label,verdict,severity,action,rationale\r\n"
    for record in records {
      csv +=
        [
          record.id, record.scenario, record.label, record.verdict,
          record.severity.map(String.init) ?? "", record.action ?? "", record.rationale,
        ].map(CSV.field).joined(separator: ",") + "\r\n"
    }
    return csv
  }
}

package enum CSV {
  /// Quoted where it must be. A field that a spreadsheet would run as a formula gets an apostrophe.
  package static func field(_ text: String) -> String {
    // By scalar: a sign with a combining mark is another character, and still that sign.
    let isFormula =
      text.unicodeScalars.first.map { "=+-@\t\r\n".unicodeScalars.contains($0) } ?? false
    let safe = isFormula ? "'" + text : text
    guard safe.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
      return safe
    }
    let parts = safe.utf8.split(separator: 0x22, omittingEmptySubsequences: false)
    return "\"" + parts.map { String(Substring($0)) }.joined(separator: "\"\"") + "\""
  }
}
