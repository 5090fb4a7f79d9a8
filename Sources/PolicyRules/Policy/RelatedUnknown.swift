package import PolicyModel

package enum RelatedUnknown: PolicyRule {
  package static let description = RuleDescription(
    "related-unknown", .fixed(.warning), "A related policy exists.",
    why: "Readers are promised a page that is not there; the site leaves the entry out in silence.",
    failing: .frontMatter("related: [sample-darft]"),
    passing: .frontMatter("related: [sample-draft]"))

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    let index = subject.context.index
    for id in subject.facts.related where !index.contains(id.value) {
      findings.report(
        description, at: id.range, "`\(id.value)` is not the id of a policy",
        help: index.nearest(to: id.value).map { "Did you mean `\($0)`?" } ?? "Remove it.")
    }
  }
}
