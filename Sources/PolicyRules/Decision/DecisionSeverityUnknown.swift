package import PolicyModel

package enum DecisionSeverityUnknown: PolicyRule {
  package static let description = RuleDescription(
    "decision-severity-unknown", .fixed(.error), "A severity to which an answer leads exists.",
    why: "The ladder says what follows from a severity; for an unknown one it says nothing.",
    failing: SampleDecision.part(
      """
      1. Was the author asked to stop before?
         - Yes → severity 3
         - No → severity 1
         - Cannot tell → severity 2
      """),
    passing: SampleDecision.sound)

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    let severities = subject.severities
    guard let decision = subject.policy.decision, !severities.isEmpty,
      !subject.isBroken("severity-not-number")
    else { return }
    for step in decision.steps {
      for answer in step.answers {
        guard case .severity(let number) = answer.target, !severities.contains(number) else {
          continue
        }
        findings.report(
          description, at: answer.range, "Severity \(number) is not in the ladder",
          help: "Name one of \(severities.sorted().map(String.init).joined(separator: ", ")).")
      }
    }
  }
}
