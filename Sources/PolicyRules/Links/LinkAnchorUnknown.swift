import CommonMark
package import PolicyModel

/// Only anchors that look like rule ids are judged: others are made from headings.
package enum LinkAnchorUnknown: PolicyRule {
  package static let description = RuleDescription(
    "link-anchor-unknown", .fixed(.error), "A link to a rule leads to a rule of that policy.",
    why: "The reader would stand at the top of a long page, looking for a rule that is elsewhere.",
    failing: .part("## What's allowed\n\n- What [the rule](#SAM-7) leaves open."),
    passing: .part("## What's allowed\n\n- What [the rule](#SAM-1) leaves open."))

  package static let coversCommon = true

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    for reference in subject.references.links where reference.part != .emails {
      let destination = reference.link.destination
      guard let address = SiteAddress(destination), let anchor = address.anchor,
        looksLikeRule(anchor)
      else { continue }
      let page = address.page ?? subject.policy.id
      let places = subject.context.index.rules[anchor] ?? []
      guard subject.context.index.isReadable(page), !places.contains(where: { $0.policy == page })
      else { continue }
      findings.report(
        description, at: LinkPlace.find(destination, in: reference.range, of: subject.text),
        "`\(anchor)` is not a rule of `\(page)`",
        notes: places.prefix(1).map { .init("`\($0.policy)` has it here.", at: $0.location) },
        help: places.first.map { "Write /\($0.policy)/#\(anchor)." } ?? "Name a rule that exists.")
    }
  }

  private static func looksLikeRule(_ anchor: String) -> Bool {
    let parts = anchor.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let first = parts[0].utf8.first, (0x41...0x5A).contains(first),
      !parts[1].isEmpty
    else { return false }
    return parts[1].utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
