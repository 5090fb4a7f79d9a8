package import PolicyModel

/// A case may always be escalated: it is a case, not a rule.
package enum CalibrationActionMismatch: PolicyRule {
  package static let description = RuleDescription(
    "calibration-action-mismatch", .fixed(.error), "A case ends with an action of its severity.",
    why: "The ladder and the case would teach moderators two different things.",
    failing: SampleCases.part(
      "| One advertisement. | not allowed | SAM-1 | 1 | Block (serious) | Nobody asked. |",
      SampleCases.fine),
    passing: SampleCases.sound)

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    guard let ladder = subject.policy.ladder, !subject.isBroken("ladder-action-unknown") else {
      return
    }
    for item in subject.policy.calibration {
      guard let severity = item.severity, let action = item.action,
        let sanction = action.value.sanction,
        let row = ladder.rows.first(where: { $0.severity == severity.value })
      else { continue }
      let cells = (row.cells + (row.ifRefused.map { [$0] } ?? [])).compactMap(\.step.sanction)
      guard !cells.contains(sanction) else { continue }
      findings.report(
        description, at: action.range,
        "`\(sanction.title)` is not an action of severity \(severity.value)",
        explanation: "The row has \(cells.map { "`\($0.title)`" }.joined(separator: ", ")).",
        notes: [.init("The row is here.", at: subject.location(row.range))],
        help: "Correct the case, or the row.")
    }
  }
}
