package import PolicyModel

package enum LadderRefusalUnneeded: PolicyRule {
  package static let description = RuleDescription(
    "ladder-refusal-unneeded", .fixed(.advice),
    "“If refused” speaks of a restriction, which alone has a condition.",
    why: "Where a row has no restriction, there is nothing that a customer could refuse.",
    failing: SampleLadder.part(
      "| 1 | Notification | Warning | Timed restriction, 7 days | Block (refused) |",
      SampleLadder.second,
      notes: """
        **Counts:** same policy, within 12 months

        **Skips warning:** Whoever refuses to stop goes on.
        """),
    passing: SampleLadder.sound)

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    for row in subject.policy.ladder?.rows ?? [] {
      guard let refused = row.ifRefused, refused.step != .same,
        !row.cells.contains(where: { $0.step.sanction?.action == .restriction })
      else { continue }
      findings.report(
        description, at: refused.range,
        "“If refused” at severity \(row.severity) has no restriction to refuse",
        help: "Write – into the cell.")
    }
  }
}
