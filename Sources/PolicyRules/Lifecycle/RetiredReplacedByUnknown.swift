package import PolicyModel

package enum RetiredReplacedByUnknown: PolicyRule {
  package static let description = RuleDescription(
    "retired-replaced-by-unknown", .fixed(.error), "The policy that replaces another one exists.",
    why: "Readers of the old page are led on to the new one.",
    failing: .frontMatter(
      "retired: {on: 2026-09-01, reason: One rule is enough., replaced_by: sample-darft}"),
    passing: .frontMatter(
      "retired: {on: 2026-09-01, reason: One rule is enough., replaced_by: sample-draft}"))

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    guard let id = subject.facts.retired?.replacedBy else { return }
    let index = subject.context.index
    if id.value == subject.policy.id {
      findings.report(
        description, at: id.range, "`\(id.value)` would replace itself", help: "Remove it.")
    } else if !index.contains(id.value) {
      findings.report(
        description, at: id.range, "`\(id.value)` is not the id of a policy",
        help: index.nearest(to: id.value).map { "Did you mean `\($0)`?" }
          ?? "Name a policy, or remove `replaced_by`.")
    }
  }
}
