package import PolicyModel

package enum RelatedSelf: PolicyRule {
  package static let description = RuleDescription(
    "related-self", .fixed(.warning), "A policy is not related to itself.",
    why: "A link back to the page that one reads leads nowhere.",
    failing: .frontMatter("related: [unwanted-advertising]"),
    passing: .frontMatter("related: [sample-draft]"))

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    for id in subject.facts.related where id.value == subject.policy.id {
      findings.report(
        description, at: id.range, "`\(id.value)` is this policy itself", help: "Remove it.")
    }
  }
}
