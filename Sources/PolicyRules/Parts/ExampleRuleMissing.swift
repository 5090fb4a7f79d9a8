package import PolicyModel

package enum ExampleRuleMissing: PolicyRule {
  package static let description = RuleDescription(
    "example-rule-missing", .atGate(.performable), "An example that is not allowed names its rule.",
    why: "An example teaches a rule. Without one, it is only a verdict.",
    failing: .part(
      """
      ## Examples

      | Example | Verdict | Rule | Why |
      |---|---|---|---|
      | “Buy now!” under a question about tax. | not allowed | – | Nobody asked. |
      """),
    passing: .part(
      """
      ## Examples

      | Example | Verdict | Rule | Why |
      |---|---|---|---|
      | “Buy now!” under a question about tax. | not allowed | SAM-1 | Nobody asked. |
      """))

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    for example in subject.policy.examples where example.verdict == .notAllowed {
      guard example.rule == nil else { continue }
      findings.report(
        description, at: example.range, "A rule is missing from an example that is not allowed",
        help: "Write the id of the rule into the third column.")
    }
  }
}
