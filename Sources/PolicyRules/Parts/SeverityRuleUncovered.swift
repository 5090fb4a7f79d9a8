package import PolicyModel

package enum SeverityRuleUncovered: PolicyRule {
  package static let description = RuleDescription(
    "severity-rule-uncovered", .atGate(.goodFit), "Every rule has a severity.",
    why:
      "A rule that no row of the severity table lists can be broken without anything that follows.",
    failing: .part(
      """
      ### Severity

      | Severity | What it looks like | Rules |
      |---|---|---|
      | 1 | Once, by somebody who did not know. | SAM-1 |
      | 2 | Again, or hidden. | SAM-1 |
      """),
    passing: .part(
      """
      ### Severity

      | Severity | What it looks like | Rules |
      |---|---|---|
      | 1 | Once, by somebody who did not know. | SAM-1, SAM-2 |
      | 2 | Again, or hidden. | SAM-1, SAM-2 |
      """))

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    let levels = subject.policy.severities
    guard !levels.isEmpty, !subject.isBroken("severity-not-number") else { return }
    for rule in subject.policy.rules
    where !levels.contains(where: { $0.rules.contains { $0.value == rule.id.value } }) {
      findings.report(
        description, at: rule.id.range, "`\(rule.id.value)` stands in no row of the severity table",
        explanation: Gate.goodFit.demand, help: "List it at the severities that it can have.")
    }
  }
}
