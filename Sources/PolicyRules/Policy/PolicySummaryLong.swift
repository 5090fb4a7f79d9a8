package import PolicyModel

package enum PolicySummaryLong: PolicyRule {
  static let maximum = 25

  package static let description = RuleDescription(
    "policy-summary-long", .fixed(.advice), "A summary has at most \(maximum) words.",
    why: "A sentence that must be read twice is not remembered once.",
    failing: .frontMatter("summary: \(SoundSample.longSummary)"),
    passing: .frontMatter("summary: Advertise only where advertising is asked for."))

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    guard let summary = subject.facts.summary else { return }
    let count = summary.value.split { $0.isWhitespace }.count
    guard count > maximum else { return }
    findings.report(
      description, at: summary.range, "A summary of \(count) words, where \(maximum) are enough",
      help: "Say the rule alone; its reasons and exceptions have parts of their own.")
  }
}
