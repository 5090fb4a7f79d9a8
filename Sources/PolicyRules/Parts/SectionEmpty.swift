import CommonMark
package import PolicyModel

package enum SectionEmpty: PolicyRule {
  package static let description = RuleDescription(
    "section-empty", .atGateOfPart, "A heading has words below it, and so has each of its items.",
    why: "An empty part looks like a page that failed to load. Nobody sees the words of a comment.",
    failing: .part("## What's allowed\n\n<!-- To be written. -->"),
    passing: .part("## What's allowed\n\n- Naming what you do in your own profile."))

  package static let coversCommon = true

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    for (index, part) in subject.policy.parts.enumerated() {
      guard let kind = part.kind else { continue }
      if kind == .moderators, hasParts(after: index, in: subject.policy) { continue }
      let gate = kind.description.gate
      if !part.blocks.hasWords {
        findings.report(
          description, at: part.heading.range,
          part.blocks.isEmpty
            ? "“\(part.heading.value)” is empty"
            : "“\(part.heading.value)” has no words that a reader would see",
          help: "Write what belongs below it, or remove the heading.", gate: gate)
      } else if subject.policy.isHint(part) {
        findings.report(
          description, at: part.heading.range,
          "“\(part.heading.value)” has only the hint of the template",
          help: "Write what belongs there in its place.", gate: gate)
      } else {
        for item in blank(kind, subject.policy) {
          findings.report(
            description, at: item.range, "\(item.name) has no words",
            help: "Write them, or remove it.", gate: gate ?? .performable)
        }
      }
    }
  }

  private static func hasParts(after index: Int, in policy: Policy) -> Bool {
    guard index + 1 < policy.parts.count, let kind = policy.parts[index + 1].kind else {
      return index + 1 < policy.parts.count
    }
    return kind.description.level == 3
  }

  /// The items of a part that name a thing and say nothing of it.
  private static func blank(
    _ kind: PartKind, _ policy: Policy
  ) -> [(name: String, range: SourceRange)] {
    switch kind {
    case .notAllowed:
      policy.rules.filter { !$0.text.hasWords && !$0.details.hasWords }
        .map { ($0.id.value, $0.id.range) }
    case .definitions:
      policy.definitions.filter { !$0.meaning.hasWords }
        .map { ("The meaning of “\($0.term)”", $0.range) }
    case .questions:
      policy.questions.filter { !$0.answer.isEmpty && !$0.answer.hasWords }
        .map { ("The answer to “\($0.question.plainText)”", $0.range) }
    case .severity:
      policy.severities.filter { !$0.description.hasWords }
        .map { ("Severity \($0.number)", $0.range) }
    case .decision:
      (policy.decision?.steps ?? []).filter { !$0.question.hasWords }
        .map { ("Question \($0.number)", $0.range) }
    case .calibration:
      policy.calibration.filter { !$0.situation.hasWords }
        .map { ("A case", $0.range) }
    default: []
    }
  }
}
