package import PolicyModel

package enum SectionEmpty: PolicyRule {
  package static let description = RuleDescription(
    "section-empty", .atGateOfPart, "A heading has something below it.",
    why: "An empty part looks like a page that failed to load.",
    failing: .part("## What's allowed"),
    passing: .part("## What's allowed\n\n- Naming what you do in your own profile."))

  package static let coversCommon = true

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    for (index, part) in subject.policy.parts.enumerated() where part.blocks.isEmpty {
      guard let kind = part.kind else { continue }
      if kind == .moderators, hasParts(after: index, in: subject.policy) { continue }
      findings.report(
        description, at: part.heading.range, "“\(part.heading.value)” is empty",
        help: "Write what belongs below it, or remove the heading.",
        gate: kind.description.gate)
    }
  }

  private static func hasParts(after index: Int, in policy: Policy) -> Bool {
    guard index + 1 < policy.parts.count, let kind = policy.parts[index + 1].kind else {
      return index + 1 < policy.parts.count
    }
    return kind.description.level == 3
  }
}
