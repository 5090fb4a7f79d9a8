import CommonMark
package import PolicyModel

package enum LinkToUnpublished: PolicyRule {
  package static let description = RuleDescription(
    "link-to-unpublished", .atGate(.performable), "A public text links only to public policies.",
    why: "The page does not exist yet; and that somebody works on it is nobody's business so far.",
    failing: .part("## What's allowed\n\n- What [the other rule](/sample-draft/) allows."),
    passing: .part("## What's allowed\n\n- What [our actions](/actions/) do not touch."))

  package static let coversCommon = true

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    for reference in subject.references.links
    where reference.part?.description.audience == .everyone {
      let destination = reference.link.destination
      guard let page = SiteAddress(destination)?.page, page != subject.policy.id,
        let entry = subject.context.index.policies[page]?.first, !entry.isReleased
      else { continue }
      findings.report(
        description, at: LinkPlace.find(destination, in: reference.range, of: subject.text),
        "`\(page)` was never released, so it has no page",
        explanation: "It is in \(entry.stage?.rawValue ?? "no known stage").",
        help: "Take the link out until it is.")
    }
  }
}
