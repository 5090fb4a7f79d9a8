import CommonMark
package import PolicyModel

/// Letters have a rule of their own, which asks for more.
package enum LinkScheme: PolicyRule {
  package static let description = RuleDescription(
    "link-scheme", .fixed(.error), "A link is https, http, mailto, relative, or an anchor.",
    why: "Other schemes can run code in the reader's browser, or leave the site unseen. They are "
      + "written as empty links.",
    failing: .part("## What's allowed\n\n- Linking to [your work](javascript:open), if asked."),
    passing: .part("## What's allowed\n\n- Linking to [your work](https://example.com/), if asked.")
  )

  package static let coversCommon = true

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    for reference in subject.references.links where reference.part != .emails {
      let destination = reference.link.destination
      guard !LinkSafety.allows(destination) else { continue }
      let scheme = LinkSafety.scheme(of: destination)
      findings.report(
        description, at: LinkPlace.find(destination, in: reference.range, of: subject.text),
        scheme.map { "The scheme `\($0)` is not allowed in a link" }
          ?? "An address that begins with // leaves the site without saying so",
        help: "Write https:// and the whole address, or a relative one.")
    }
  }
}
