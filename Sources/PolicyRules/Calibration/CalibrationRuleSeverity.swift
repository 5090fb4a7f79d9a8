package import PolicyModel

package enum CalibrationRuleSeverity: PolicyRule {
  package static let description = RuleDescription(
    "calibration-rule-severity", .fixed(.error),
    "A case gives its rule a severity that it can have.",
    why: "The table and the case would teach moderators two different things.",
    failing: .part(
      """
      ### Severity

      | Severity | What it looks like | Rules |
      |---|---|---|
      | 1 | Once, by somebody who did not know. | SAM-2 |
      | 2 | Again, or hidden. | SAM-1, SAM-2 |
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
    for item in subject.policy.calibration {
      guard let rule = item.rule, let severity = item.severity,
        let level = levels.first(where: { $0.number == severity.value }),
        !level.rules.contains(where: { $0.value == rule.value }),
        subject.policy.rules.contains(where: { $0.id.value == rule.value })
      else { continue }
      let possible = levels.filter { $0.rules.contains { $0.value == rule.value } }
      findings.report(
        description, at: severity.range,
        "Severity \(severity.value) does not list `\(rule.value)`",
        explanation: possible.isEmpty
          ? nil
          : "The severity table lists `\(rule.value)` at "
            + possible.map { String($0.number) }.joined(separator: ", ") + ".",
        notes: [.init("The row is here.", at: subject.location(level.range))],
        help: "Correct the case, or add the rule to the row.")
    }
  }
}
