package import PolicyModel

package enum PolicyOwnerMissing: PolicyRule {
  package static let description = RuleDescription(
    "policy-owner-missing", .atGate(.comprehensive), "A policy has an owner.",
    why: "Without one, nobody answers objections, and nobody is told that a review is due.",
    failing: .frontMatter("# owner: mira@example.com"),
    passing: .frontMatter("owner: mira@example.com"))

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    guard subject.facts.owner == nil, !subject.isBroken("value-type") else { return }
    findings.report(
      description, at: subject.stageRange, "An `owner` is missing",
      explanation: Gate.comprehensive.demand,
      help: "Add `owner:` with the address of the policy manager.")
  }
}
