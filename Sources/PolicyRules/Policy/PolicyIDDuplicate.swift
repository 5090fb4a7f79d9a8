package import PolicyModel

/// Two files with one id: neither can be published, since the id is what everything refers to.
package enum PolicyIDDuplicate: PolicyRule {
  package static let description = RuleDescription(
    "policy-id-duplicate", .fixed(.error), "An id belongs to one policy.",
    why: "Addresses, sign-offs and past cases refer to it; it must always mean the same policy.",
    failing: .frontMatter("id: sample-draft"), passing: .frontMatter("id: sample-other"))

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    guard let entries = subject.context.index.policies[subject.policy.id], entries.count > 1
    else { return }
    let others = entries.filter { $0.location.path != subject.policy.source.path }
    guard !others.isEmpty else { return }
    findings.report(
      description, at: subject.facts.id.range, "`\(subject.policy.id)` names two policies",
      notes: others.prefix(3).map { .init("The other one is here.", at: $0.location) },
      help: "Give the newer one an id of its own.")
  }
}
