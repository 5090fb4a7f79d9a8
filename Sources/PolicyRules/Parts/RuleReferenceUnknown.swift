package import PolicyModel

package enum RuleReferenceUnknown: PolicyRule {
  package static let description = RuleDescription(
    "rule-reference-unknown", .fixed(.error), "A rule that a table names is a rule of the policy.",
    why: "Whoever follows the reference must find the words that were broken.",
    failing: .part(
      """
      ## Examples

      | Example | Verdict | Rule | Why |
      |---|---|---|---|
      | “Buy now!” under a question about tax. | not allowed | SAM-7 | Nobody asked. |
      """),
    passing: .part(
      """
      ## Examples

      | Example | Verdict | Rule | Why |
      |---|---|---|---|
      | “Buy now!” under a question about tax. | not allowed | SAM-1 | Nobody asked. |
      """))

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    guard !subject.isBroken("rule-id-missing", "list-missing") else { return }
    let policy = subject.policy
    let known = policy.rules.map(\.id.value)
    guard !known.isEmpty else { return }
    var references = policy.examples.compactMap(\.rule) + policy.calibration.compactMap(\.rule)
    for level in policy.severities { references += level.rules }
    for rule in references where !known.contains(rule.value) {
      let others = subject.context.index.rules[rule.value] ?? []
      findings.report(
        description, at: rule.range, "`\(rule.value)` is not a rule of this policy",
        notes: others.prefix(1).map { .init("`\($0.policy)` has it here.", at: $0.location) },
        help: nearestName(to: rule.value, among: known).map { "Did you mean `\($0)`?" }
          ?? "Name one of \(known.prefix(12).joined(separator: ", ")).")
    }
  }
}
