package import PolicyModel

package enum LadderMilderSeverity: PolicyRule {
  package static let description = RuleDescription(
    "ladder-milder-severity", .fixed(.error), "What follows a higher severity is never milder.",
    why: "It would pay to break the rule more badly, and the one who did less would feel wronged.",
    failing: SampleLadder.part(
      SampleLadder.first, "| 2 | Notification | Notification | Block (serious) | – |"),
    passing: SampleLadder.sound)

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    let rows = (subject.policy.ladder?.rows ?? []).sorted { $0.severity < $1.severity }
    for (mild, severe) in zip(rows, rows.dropFirst()) where mild.severity < severe.severity {
      let columns = zip(zip(mild.resolved, severe.resolved), severe.cells)
      for ((lower, higher), cell) in columns {
        guard let lower = lower.sanction, let higher = higher.sanction, higher.isMilder(than: lower)
        else { continue }
        findings.report(
          description, at: cell.range,
          "`\(higher.title)` at severity \(severe.severity) is milder than `\(lower.title)` at "
            + "severity \(mild.severity)",
          help: "Let each row weigh at least as much as the one of the severity below it.")
      }
    }
  }
}
