import PolicyModel

/// The page `docs/rules.md`, made from the catalogue; a test keeps the two the same.
package enum RuleReference {
  package static var markdown: String {
    var text = """
      # Rules

      What `bylaw check` holds policies to. This page is made by `bylaw explain --markdown`; change the
      rule's own description instead.

      | rule | weight | in one sentence |
      |---|---|---|

      """
    for rule in RuleCatalog.all {
      text += "| [`\(rule.id)`](#\(rule.id)) | \(weight(rule.weight)) | \(cell(rule.summary)) |\n"
    }
    for rule in RuleCatalog.all { text += "\n" + section(rule) }
    return text
  }

  private static func section(_ rule: RuleDescription) -> String {
    var text = "## \(rule.id)\n\n\(rule.summary) \(rule.reason)\n"
    if let failing = rule.failing { text += example("This breaks it", failing) }
    if let passing = rule.passing { text += example("This is fine", passing) }
    return text
  }

  private static func example(_ title: String, _ example: RuleDescription.Example) -> String {
    "\n\(title)\(example.path.map { ", in `\($0)`" } ?? ""):\n\n" + fenced(example.text)
  }

  private static func weight(_ weight: RuleDescription.Weight) -> String {
    switch weight {
    case .fixed(let severity): severity.rawValue
    case .atGate(let gate): "at the gate “\(gate.adjective)”"
    case .atGateOfPart: "at the gate that asks for the part"
    case .warningUntil(let gate): "warning until the gate “\(gate.adjective)”"
    }
  }

  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }

  /// Long enough for examples that hold fences themselves.
  private static func fenced(_ text: String) -> String {
    "````markdown\n\(text.hasSuffix("\n") ? text : text + "\n")````\n"
  }
}
