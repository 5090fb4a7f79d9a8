package import PolicyModel

package enum LadderSeverityMissing: PolicyRule {
  package static let description = RuleDescription(
    "ladder-severity-missing", .atGate(.goodFit), "Every severity has a row in the ladder.",
    why: "A moderator who has found the severity must find what follows from it.",
    failing: SampleLadder.part(SampleLadder.first), passing: SampleLadder.sound)

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    guard let ladder = subject.policy.ladder, !subject.isBroken("severity-not-number") else {
      return
    }
    for level in subject.policy.severities
    where !ladder.rows.contains(where: { $0.severity == level.number }) {
      findings.report(
        description, at: level.range, "Severity \(level.number) has no row in the ladder",
        explanation: Gate.goodFit.demand,
        help: "Add a row that begins with | \(level.number) |.")
    }
  }
}
