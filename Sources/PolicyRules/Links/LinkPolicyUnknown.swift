import CommonMark
package import PolicyModel

package enum LinkPolicyUnknown: PolicyRule {
  package static let description = RuleDescription(
    "link-policy-unknown", .fixed(.error), "A link within the site leads to a page.",
    why: "Readers who look for help must not end on “not found”.",
    failing: .part("## What's allowed\n\n- What [the other rule](/sample-darft/) allows."),
    passing: .part("## What's allowed\n\n- What [our actions](/actions/) do not touch."))

  package static let coversCommon = true

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    for reference in subject.references.links
    where reference.part != .emails && reference.alternative == nil && !reference.isFootnote {
      let destination = reference.link.destination
      guard let address = SiteAddress(destination), let page = address.page,
        !subject.context.index.contains(page), !subject.context.index.pages.contains(page)
      else { continue }
      findings.report(
        description, at: LinkPlace.find(destination, in: reference.range, of: subject.text),
        "`\(destination)` leads to no page", help: help(page, subject))
    }
  }

  private static func help(_ page: String, _ subject: PolicySubject) -> String {
    let index = subject.context.index
    let name = page.hasSuffix(".md") ? String(page.dropLast(3)) : page
    if index.contains(name) { return "Write /\(name)/: addresses are those of the site." }
    return (index.nearest(to: name) ?? nearestName(to: name, among: index.pages)).map {
      "Did you mean /\($0)/?"
    } ?? "Name a policy by its id, or a page of the site."
  }
}
