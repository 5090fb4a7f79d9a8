package import PolicyModel

/// Says nothing where the workspace lists nobody: a workspace of one person need not.
package enum PolicyOwnerUnknown: PolicyRule {
  package static let description = RuleDescription(
    "policy-owner-unknown", .fixed(.error), "The owner is among the people of the workspace.",
    why:
      "Reminders go to the owner, and the owner's own approval must not count. Both need to know "
      + "who it is.",
    failing: .frontMatter("owner: mirra@example.com"),
    passing: .frontMatter("owner: mira@example.com"))

  package static let coversCommon = true

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    let people = subject.context.people
    guard let owner = subject.facts.owner, !people.isEmpty, !people.contains(owner.value)
    else { return }
    findings.report(
      description, at: owner.range, "`\(owner.value)` is not among `people` in bylaw.yml",
      help: nearestName(to: owner.value, among: people).map { "Did you mean `\($0)`?" }
        ?? "Add the address to `people`.")
  }
}
