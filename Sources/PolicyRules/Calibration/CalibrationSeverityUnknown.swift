package import PolicyModel

package enum CalibrationSeverityUnknown: PolicyRule {
  package static let description = RuleDescription(
    "calibration-severity-unknown", .fixed(.error), "The severity of a case exists.",
    why: "A case is a worked example; it can only end where real cases end.",
    failing: SampleCases.part(
      "| One advertisement under a question. | not allowed | SAM-1 | 5 | – | Nobody asked. |",
      SampleCases.fine),
    passing: SampleCases.sound)

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    let severities = subject.severities
    guard !severities.isEmpty, !subject.isBroken("severity-not-number") else { return }
    for item in subject.policy.calibration {
      guard let severity = item.severity, !severities.contains(severity.value) else { continue }
      findings.report(
        description, at: severity.range, "Severity \(severity.value) is not in the ladder",
        help: "Name one of \(severities.sorted().map(String.init).joined(separator: ", ")).")
    }
  }
}
