package import PolicyModel

package enum LadderMilderLater: PolicyRule {
  package static let description = RuleDescription(
    "ladder-milder-later", .fixed(.error), "What follows a repetition is never milder.",
    why: "It would pay to break the rule again.",
    failing: SampleLadder.part(
      SampleLadder.first, "| 2 | Restriction | Warning | Block (serious) | Block (refused) |",
      notes: """
        **Counts:** same policy, within 12 months

        **Skips warning:** Others are harmed while we wait.
        """),
    passing: SampleLadder.sound)

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    for row in subject.policy.ladder?.rows ?? [] {
      var last: Sanction?
      for cell in row.cells {
        guard let sanction = cell.step.sanction else { continue }
        if let last, sanction.isMilder(than: last) {
          findings.report(
            description, at: cell.range,
            "`\(sanction.title)` is milder than `\(last.title)` before it",
            help: "Let each cell of a row weigh at least as much as the one before it.")
        }
        last = sanction
      }
    }
  }
}
