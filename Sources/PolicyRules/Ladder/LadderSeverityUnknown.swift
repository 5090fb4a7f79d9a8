package import PolicyModel

package enum LadderSeverityUnknown: PolicyRule {
  package static let description = RuleDescription(
    "ladder-severity-unknown", .fixed(.error), "Every row of the ladder has a severity.",
    why: "Nobody could say when such a row applies.",
    failing: SampleLadder.part(
      SampleLadder.first, SampleLadder.second, "| 3 | Warning | Restriction | Block (serious) | – |"
    ),
    passing: SampleLadder.sound)

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    let levels = subject.policy.severities
    guard let ladder = subject.policy.ladder, !levels.isEmpty,
      !subject.isBroken("severity-not-number")
    else { return }
    for row in ladder.rows where !levels.contains(where: { $0.number == row.severity }) {
      findings.report(
        description, at: row.range, "Severity \(row.severity) is not in the severity table",
        help: "Describe it there, or remove the row.")
    }
  }
}
