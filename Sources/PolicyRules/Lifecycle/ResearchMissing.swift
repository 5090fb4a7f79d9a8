package import PolicyModel

package enum ResearchMissing: PolicyRule {
  package static let description = RuleDescription(
    "research-missing", .atGate(.comprehensive), "Every required kind of research is there.",
    why: "A rule that nobody looked into fits the people who wrote it, and nobody else.",
    failing: .frontMatter("research: []"),
    passing: .frontMatter(
      """
      research:
        - {kind: internal-data, title: Reports of one quarter, finding: One in ten was about it.}
        - {kind: regulation, not_applicable: No law that we know of speaks of it.}
      """))

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    guard !subject.isBroken("research-incomplete", "value-unknown", "value-type", "key-missing")
    else { return }
    let required = subject.context.requirements(for: subject.facts.theme?.value).research
    let written = subject.facts.research.filter(\.isWritten)
    for kind in required where !written.contains(where: { $0.kind == kind }) {
      findings.report(
        description, at: subject.facts.keyRanges["research"] ?? subject.stageRange,
        "Research of the kind `\(kind.rawValue)` is missing",
        explanation: Gate.comprehensive.demand,
        help: "Add an entry with a `title` and a `finding`, or with `not_applicable` and a reason.")
    }
  }
}
