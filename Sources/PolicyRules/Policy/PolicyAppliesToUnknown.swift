package import PolicyModel

package enum PolicyAppliesToUnknown: PolicyRule {
  package static let description = RuleDescription(
    "policy-applies-to-unknown", .fixed(.error),
    "A policy applies to people whom the workspace knows.",
    why: "Whom a rule binds is part of the rule. A name with a slip of the pen binds nobody.",
    failing: .frontMatter("applies_to: [membres]"), passing: .frontMatter("applies_to: [members]"))

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    let known = subject.workspace.appliesTo
    for name in subject.facts.appliesTo where !known.contains(name.value) {
      findings.report(
        description, at: name.range, "`\(name.value)` is not among `applies_to` in bylaw.yml",
        help: nearestName(to: name.value, among: known).map { "Did you mean `\($0)`?" }
          ?? "Known: \(known.joined(separator: ", ")).")
    }
  }
}
