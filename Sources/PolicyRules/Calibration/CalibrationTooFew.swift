package import PolicyModel

package enum CalibrationTooFew: PolicyRule {
  package static let description = RuleDescription(
    "calibration-too-few", .atGate(.performable),
    "There are as many calibration cases as asked for.",
    why: "Whether two moderators decide alike shows only in cases that both decide.",
    failing: SampleCases.part(SampleCases.once), passing: SampleCases.sound)

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    let count = subject.policy.calibration.count { $0.situation.hasWords }
    let wanted = subject.context.requirements(for: subject.facts.theme?.value).calibration
    guard count < wanted, !subject.isBroken("table-columns", "table-missing", "verdict-unknown")
    else { return }
    let part = subject.policy.part(.calibration) ?? subject.policy.part(.moderators)
    findings.report(
      description, at: part?.heading.range ?? subject.stageRange,
      "\(wanted) calibration cases are needed, and there are \(count)",
      explanation: Gate.performable.demand,
      help: "Add cases that moderators could judge differently.")
  }
}
