import PolicyModel
import PolicyRules

/// What a finding means.
package enum ExplainJob {
  package static func list() -> String {
    let rules = RuleCatalog.all.sorted { $0.id < $1.id }
    let width = rules.map(\.id.name.count).max() ?? 0
    return rules.map { rule in
      let padding = String(repeating: " ", count: width - rule.id.name.count)
      return "\(rule.id)\(padding)  \(weight(rule.weight))  \(rule.summary)\n"
    }.joined()
  }

  /// All rules as one Markdown page.
  package static var markdown: String { RuleReference.markdown }

  /// `nil` for a name that no rule has.
  package static func text(_ name: String, palette: Palette) -> String? {
    guard let rule = RuleCatalog.description(of: RuleID(name)) else { return nil }
    var out = palette.strong(rule.id.name) + "\n\n"
    out += wrapped(rule.summary) + "\n" + wrapped(rule.reason) + "\n"
    out += wrapped("Weight: \(longWeight(rule.weight))")
    if let failing = rule.failing { out += example("This breaks it", failing) }
    if let passing = rule.passing { out += example("This is fine", passing) }
    return out
  }

  package static func nearest(_ name: String) -> String? {
    RuleCatalog.nearest(to: name)
  }

  private static func example(_ title: String, _ example: RuleDescription.Example) -> String {
    "\n\(title)\(example.path.map { ", in \($0)" } ?? ""):\n\n" + indented(example.text)
  }

  private static func wrapped(_ text: String) -> String {
    Wrapping.lines(text, width: 90).map { $0 + "\n" }.joined()
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "\n" : "  \(TerminalText.safe($0))\n" }.joined()
  }

  private static func weight(_ weight: RuleDescription.Weight) -> String {
    let word =
      switch weight {
      case .fixed(let severity): severity.rawValue
      case .atGate, .atGateOfPart, .warningUntil: "by stage"
      }
    return word + String(repeating: " ", count: max(0, 8 - word.count))
  }

  private static func longWeight(_ weight: RuleDescription.Weight) -> String {
    switch weight {
    case .fixed(let severity): "\(severity.rawValue)."
    case .atGate(let gate):
      "advice in the stage \(gate.stage.rawValue), whose gate asks whether the policy is "
        + "\(gate.adjective); an error from then on."
    case .atGateOfPart:
      "advice in the stage whose gate asks for the part; an error from then on."
    case .warningUntil(let gate):
      "a warning until the gate that asks whether the policy is \(gate.adjective); an error from "
        + "then on."
    }
  }
}
