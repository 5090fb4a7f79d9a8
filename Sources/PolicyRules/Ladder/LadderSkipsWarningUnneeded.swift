package import PolicyModel

package enum LadderSkipsWarningUnneeded: PolicyRule {
  package static let description = RuleDescription(
    "ladder-skips-warning-unneeded", .fixed(.advice),
    "A reason for skipping the warning stands only where one is skipped.",
    why: "A reason left over from an older ladder makes readers look for what is not there.",
    failing: SampleLadder.part(
      SampleLadder.first, SampleLadder.second,
      notes: """
        **Counts:** same policy, within 12 months

        **Skips warning:** Others are harmed while we wait.
        """),
    passing: SampleLadder.sound)

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    guard let ladder = subject.policy.ladder, let reason = ladder.skipsWarning,
      ladder.cellsThatSkipWarning.isEmpty,
      !subject.isBroken("severity-not-number", "ladder-action-unknown")
    else { return }
    findings.report(
      description, at: reason.range, "“Skips warning” explains what the ladder does not do",
      help: "Remove it.")
  }
}
