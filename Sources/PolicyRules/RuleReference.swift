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
    if let failing = rule.failing { text += "\nThis breaks it:\n\n" + fenced(failing.text) }
    if let passing = rule.passing { text += "\nThis is fine:\n\n" + fenced(passing.text) }
    return text
  }

  private static func weight(_ weight: RuleDescription.Weight) -> String {
    switch weight {
    case .fixed(let severity): severity.rawValue
    case .atGate(let gate): "at the gate “\(gate.adjective)”"
    case .atGateOfPart: "at the gate that asks for the part"
    }
  }

  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }

  /// Long enough for examples that hold fences themselves.
  private static func fenced(_ text: String) -> String {
    "````markdown\n\(text.hasSuffix("\n") ? text : text + "\n")````\n"
  }
}
