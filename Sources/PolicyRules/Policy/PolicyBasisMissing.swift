package import PolicyModel

package enum PolicyBasisMissing: PolicyRule {
  package static let description = RuleDescription(
    "policy-basis-missing", .atGate(.goodFit), "A policy rests on the terms.",
    why: "Action against an account stands only on what its holder agreed to.",
    failing: .frontMatter("basis: [{kind: principle, ref: People come first}]"),
    passing: .frontMatter("basis: [{kind: terms, ref: Section 4}]"))

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    guard !subject.facts.basis.contains(where: { $0.kind == .terms }),
      !subject.isBroken("key-missing")
    else { return }
    findings.report(
      description, at: subject.facts.keyRanges["basis"] ?? subject.stageRange,
      "A basis in the terms is missing", explanation: Gate.goodFit.demand,
      help: "Add an entry `{kind: terms, ref: …}` to `basis`.")
  }
}
