package import PolicyModel

package enum DecisionSeverityUnreached: PolicyRule {
  package static let description = RuleDescription(
    "decision-severity-unreached", .atGate(.performable), "The decision leads to every severity.",
    why: "A severity to which no answer leads is never found, however bad the case.",
    failing: SampleDecision.part(
      """
      1. Does the post advertise something?
         - Yes → severity 1
         - No → no action
      """),
    passing: SampleDecision.sound)

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    guard let decision = subject.policy.decision, let ladder = subject.policy.ladder,
      !subject.isBroken("decision-target-unknown", "decision-answer-malformed")
    else { return }
    var reached: Set<Int> = []
    for step in decision.steps {
      for case .severity(let number) in step.answers.map(\.target) { reached.insert(number) }
    }
    for severity in Set(ladder.rows.map(\.severity)).subtracting(reached).sorted() {
      findings.report(
        description, at: subject.policy.part(.decision)?.heading.range ?? decision.range,
        "Severity \(severity) is reached by no answer", explanation: Gate.performable.demand,
        help: "Let an answer lead to `severity \(severity)`.")
    }
  }
}
