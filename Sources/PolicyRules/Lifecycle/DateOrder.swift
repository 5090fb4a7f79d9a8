package import PolicyModel

package enum DateOrder: PolicyRule {
  package static let description = RuleDescription(
    "date-order", .fixed(.error), "A policy is announced before it takes effect.",
    why: "Nobody can be held to a rule before they could know it.",
    failing: .frontMatter("announced: 2026-03-02\neffective: 2026-03-01"),
    passing: .frontMatter("announced: 2026-03-01\neffective: 2026-04-01"))

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    guard let announced = subject.facts.announced, let effective = subject.facts.effective,
      announced.value > effective.value
    else { return }
    findings.report(
      description, at: effective.range,
      "`effective` (\(effective.value)) lies before `announced` (\(announced.value))",
      help: "Let the policy take effect on a later day.")
  }
}
