package import PolicyModel

package enum HistoryMissing: PolicyRule {
  package static let description = RuleDescription(
    "history-missing", .fixed(.error), "A policy has a history.",
    why: "The history is the record of milestones: without it, no stage was ever reached.",
    failing: .frontMatter("history: []"),
    passing: .frontMatter(
      "stage: research\nhistory: [{stage: research, on: 2025-09-01, by: mira@example.com}]"))

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    guard subject.facts.history.isEmpty,
      !subject.isBroken("value-type", "value-unknown", "key-missing", "date-invalid")
    else { return }
    findings.report(
      description, at: subject.facts.keyRanges["history"] ?? subject.stageRange,
      "A `history` is missing",
      help: "Add its first step: - {stage: research, on: …, by: …}")
  }
}
