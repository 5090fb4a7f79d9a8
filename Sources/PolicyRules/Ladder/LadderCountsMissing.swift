package import PolicyModel

package enum LadderCountsMissing: PolicyRule {
  package static let description = RuleDescription(
    "ladder-counts-missing", .atGate(.goodFit), "The ladder says what makes a second time.",
    why: "Whether an old violation still counts decides between a warning and a block.",
    failing: SampleLadder.part(SampleLadder.first, SampleLadder.second, notes: "See above."),
    passing: SampleLadder.sound)

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    guard let ladder = subject.policy.ladder, ladder.counting == nil,
      !subject.isBroken("ladder-counts-malformed")
    else { return }
    findings.report(
      description, at: subject.policy.part(.ladder)?.heading.range ?? ladder.range,
      "What counts as a second time is missing", explanation: Gate.goodFit.demand,
      help: "Write **Counts:** same rule, within 12 months (or: same policy) below the table.")
  }
}
