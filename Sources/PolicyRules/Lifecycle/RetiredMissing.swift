package import PolicyModel

package enum RetiredMissing: PolicyRule {
  package static let description = RuleDescription(
    "retired-missing", .fixed(.error), "A retired policy says when and why it ended.",
    why: "Cases from before that day are still judged by it, and people ask what became of it.",
    failing: .frontMatter(
      """
      stage: retired
      history:
        - {stage: research, on: 2025-09-01, by: mira@example.com}
        - {stage: retired, on: 2026-05-01, by: mira@example.com}
      """),
    passing: .frontMatter(
      """
      stage: retired
      history:
        - {stage: research, on: 2025-09-01, by: mira@example.com}
        - {stage: retired, on: 2026-05-01, by: mira@example.com}
      retired: {on: 2026-05-01, reason: Another rule covers it.}
      """))

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    guard subject.facts.stage?.value == .retired, subject.facts.retired == nil,
      subject.facts.keyRanges["retired"] == nil
    else { return }
    findings.report(
      description, at: subject.stageRange, "`retired` is missing from a retired policy",
      help: "Add `retired: {on: …, reason: …}`.")
  }
}
