package import PolicyModel

/// An id is a folder of the help site, so it cannot be a name that the site or a system keeps.
package enum PolicyIDReserved: PolicyRule {
  package static let description = RuleDescription(
    "policy-id-reserved", .fixed(.error),
    "An id is not the name of a page, a language or a device.",
    why: "The id becomes the policy's address. Two things at one address hide each other.",
    failing: .frontMatter("id: actions"), passing: .frontMatter("id: taking-action"))

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    let isPage = subject.context.index.pages.contains(subject.policy.id)
    guard
      let objection = SitePages.objection(to: subject.policy.id, in: subject.workspace)
        ?? (isPage ? "is the name of a page of the site" : nil)
    else { return }
    findings.report(
      description, at: subject.facts.id.range, "`\(subject.policy.id)` \(objection)",
      help: "Choose another id.")
  }
}
