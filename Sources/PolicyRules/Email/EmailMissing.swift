package import PolicyModel

/// Outcomes have built-in texts; an action is always worded for the policy, or for all policies in
/// `common.md`.
package enum EmailMissing: PolicyRule {
  package static let description = RuleDescription(
    "email-missing", .atGate(.performable), "Every action that can be taken has an e-mail.",
    why: "A customer whom nobody tells what happened, and why, can neither mend nor contest it.",
    failing: .part(
      """
      ## E-mails

      ### Education

      - **Subject:** A rule to know about
      """),
    passing: .part(
      "## E-mails\n\n"
        + SoundSample.letters.filter { $0.hasPrefix("### ") }.joined(separator: "\n\n")))

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    guard let part = subject.policy.part(.emails) else { return }
    for action in subject.actions where !subject.hasMessage(.action(action)) {
      findings.report(
        description, at: part.heading.range, "“\(action.title)” has no e-mail",
        explanation: "The ladder or the decision can lead to it. " + Gate.performable.demand,
        help: "Add it under `### \(action.title)`.")
    }
  }
}
