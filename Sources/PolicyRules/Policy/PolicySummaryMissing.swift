package import PolicyModel

package enum PolicySummaryMissing: PolicyRule {
  package static let description = RuleDescription(
    "policy-summary-missing", .atGate(.goodFit), "A policy has a summary.",
    why: "Many readers read this one sentence and no more: in lists, in search, above the article.",
    failing: .frontMatter("# summary: Advertise only where advertising is asked for."),
    passing: .frontMatter("summary: Advertise only where advertising is asked for."))

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    let summary = subject.facts.summary?.value ?? ""
    guard !summary.hasWords || summary == TemplateHints.summary else { return }
    findings.report(
      description, at: subject.stageRange, "A `summary` is missing",
      explanation: Gate.goodFit.demand,
      help: "Add `summary:` with the rule in one sentence of plain words.")
  }
}
