package import PolicyModel

package enum DecisionPolicyUnknown: PolicyRule {
  package static let description = RuleDescription(
    "decision-policy-unknown", .fixed(.error), "A policy to which a case is handed over exists.",
    why: "The case would be nobody's.",
    failing: SampleDecision.part(
      """
      1. Is it an offer of paid work?
         - Yes → policy sample-darft
         - No → next
      2. Was the author asked to stop before?
         - Yes → severity 2
         - No → severity 1
      """),
    passing: SampleDecision.part(
      """
      1. Is it an offer of paid work?
         - Yes → policy sample-draft
         - No → next
      2. Was the author asked to stop before?
         - Yes → severity 2
         - No → severity 1
      """))

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    let index = subject.context.index
    for step in subject.policy.decision?.steps ?? [] {
      for answer in step.answers {
        guard case .policy(let id) = answer.target else { continue }
        if id == subject.policy.id {
          findings.report(
            description, at: answer.range, "`\(id)` is this policy itself",
            help: "Name a step, a severity or an end.")
        } else if !index.contains(id) {
          findings.report(
            description, at: answer.range, "`\(id)` is not the id of a policy",
            help: index.nearest(to: id).map { "Did you mean `\($0)`?" }
              ?? "Write the policy first, or escalate.")
        }
      }
    }
  }
}
