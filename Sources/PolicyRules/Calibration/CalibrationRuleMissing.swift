package import PolicyModel

package enum CalibrationRuleMissing: PolicyRule {
  package static let description = RuleDescription(
    "calibration-rule-missing", .atGate(.performable), "A case that is not allowed names its rule.",
    why: "Two moderators agree only if they find the same rule broken.",
    failing: SampleCases.part(
      "| One advertisement under a question. | not allowed | – | 1 | Notification | Nobody asked. |",
      SampleCases.fine),
    passing: SampleCases.sound)

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    for item in subject.policy.calibration where item.verdict == .notAllowed && item.rule == nil {
      findings.report(
        description, at: item.range, "A rule is missing from a case that is not allowed",
        help: "Write the id of the rule into the third column.")
    }
  }
}
