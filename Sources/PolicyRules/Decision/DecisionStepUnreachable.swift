package import PolicyModel

package enum DecisionStepUnreachable: PolicyRule {
  package static let description = RuleDescription(
    "decision-step-unreachable", .fixed(.error), "Every step can be reached from the first.",
    why: "A question that is never asked was meant to be, or should not stand there.",
    failing: SampleDecision.part(
      """
      1. Does the post advertise something?
         - Yes → severity 1
         - No → no action
      2. Was the author asked to stop before?
         - Yes → severity 2
         - No → severity 1
      """),
    passing: SampleDecision.sound)

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    guard let decision = subject.policy.decision, !decision.steps.isEmpty,
      !subject.isBroken("decision-target-unknown", "decision-answer-malformed")
    else { return }
    var reached: Set<Int> = [1]
    var open = [1]
    while let number = open.popLast() {
      let step = decision.steps[number - 1]
      for answer in step.answers {
        guard let next = decision.stepNumber(of: answer.target, from: number),
          (1...decision.steps.count).contains(next), reached.insert(next).inserted
        else { continue }
        open.append(next)
      }
    }
    for step in decision.steps where !reached.contains(step.number) {
      findings.report(
        description, at: step.range, "Step \(step.number) is reached by no answer",
        help: "Let an answer lead to it, or remove it.")
    }
  }
}
