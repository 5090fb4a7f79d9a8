import CommonMark
package import PolicyModel

/// Pages ask nothing of other hosts, and the policy that the build prints for them forbids it.
package enum ImageExternal: PolicyRule {
  package static let description = RuleDescription(
    "image-external", .fixed(.error), "An image comes from the site itself.",
    why: "A picture from elsewhere tells its host who reads the page, and when. Browsers that are "
      + "told to refuse it show a gap.",
    failing: .part("## What's allowed\n\n- ![A banner](https://example.com/banner.png)"),
    passing: .part("## What's allowed\n\n- ![A banner](/assets/banner.png)"))

  package static let coversCommon = true

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    for reference in subject.references.links where reference.alternative != nil {
      let destination = reference.link.destination
      guard destination.hasPrefix("//") || LinkSafety.scheme(of: destination) != nil else {
        continue
      }
      findings.report(
        description, at: LinkPlace.find(destination, in: reference.range, of: subject.text),
        "An image from another host",
        help: "Put the file into site/assets/ and write ![words](/assets/name).")
    }
  }
}
