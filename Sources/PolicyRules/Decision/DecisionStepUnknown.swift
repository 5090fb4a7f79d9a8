package import PolicyModel

package enum DecisionStepUnknown: PolicyRule {
  package static let description = RuleDescription(
    "decision-step-unknown", .fixed(.error), "An answer leads to a step that exists.",
    why: "A moderator in the middle of a case must not come to a place where nothing follows.",
    failing: SampleDecision.part(
      """
      1. Does the post advertise something?
         - Yes → step 3
         - No → no action
      2. Was the author asked to stop before?
         - Yes → severity 2
         - No → severity 1
      """),
    passing: SampleDecision.sound)

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    guard let decision = subject.policy.decision else { return }
    let count = decision.steps.count
    for step in decision.steps {
      for answer in step.answers {
        guard case .step(let number) = answer.target, !(1...max(count, 1)).contains(number) else {
          continue
        }
        findings.report(
          description, at: answer.range,
          "Step \(number) does not exist: the last one is step \(count)",
          help: "Name a step from 1 to \(count).")
      }
    }
  }
}
