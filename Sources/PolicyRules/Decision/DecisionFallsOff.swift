package import PolicyModel

package enum DecisionFallsOff: PolicyRule {
  package static let description = RuleDescription(
    "decision-falls-off", .fixed(.error), "The last step leads to an end.",
    why: "Behind the last question there is no next one.",
    failing: SampleDecision.part(
      """
      1. Does the post advertise something?
         - Yes, and again → severity 2
         - Yes → severity 1
         - No → next
      """),
    passing: SampleDecision.sound)

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    guard let last = subject.policy.decision?.steps.last else { return }
    for answer in last.answers where answer.target == .next {
      findings.report(
        description, at: answer.range, "`next` at the last step leads nowhere",
        help: "Write no action, a severity, or an escalation.")
    }
  }
}
