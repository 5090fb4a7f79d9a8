import CommonMark
package import PolicyModel

package enum DecisionAnswerDuplicate: PolicyRule {
  package static let description = RuleDescription(
    "decision-answer-duplicate", .fixed(.error), "The answers to a question differ.",
    why: "Of two equal answers nobody would know which to give.",
    failing: SampleDecision.part(
      """
      1. Was the author asked to stop before?
         - Yes → severity 2
         - Yes → severity 1
      """),
    passing: SampleDecision.sound)

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    for step in subject.policy.decision?.steps ?? [] {
      var labels: Set<String> = []
      for answer in step.answers {
        let label = answer.label.plainText
        guard !labels.insert(label.lowercased()).inserted else { continue }
        findings.report(
          description, at: answer.range, "“\(label)” stands twice below step \(step.number)",
          help: "Join the two, or say how they differ.")
      }
    }
  }
}
