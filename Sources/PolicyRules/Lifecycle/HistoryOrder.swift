import CommonMark
package import PolicyModel

package enum HistoryOrder: PolicyRule {
  package static let description = RuleDescription(
    "history-order", .fixed(.error), "The steps of a history stand in the order of their days.",
    why: "Steps are appended, oldest first. A day out of order means that one was added later, or "
      + "that a date is wrong.",
    failing: .frontMatter(
      """
      stage: development
      history:
        - {stage: research, on: 2025-09-01, by: mira@example.com}
        - {stage: development, on: 2025-08-01, by: mira@example.com}
      """),
    passing: .frontMatter(
      """
      stage: development
      history:
        - {stage: research, on: 2025-09-01, by: mira@example.com}
        - {stage: development, on: 2025-10-01, by: mira@example.com}
      """))

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    let history = subject.facts.history
    for (before, step) in zip(history, history.dropFirst()) where step.on < before.on {
      findings.report(
        description, at: subject.text.locate(step.on.description, in: step.range),
        "`\(step.on)` lies before the step above it, on \(before.on)",
        help: "Append steps at the end, with the day on which they are taken.")
    }
  }
}
