package import PolicyModel

package enum LadderSeverityDuplicate: PolicyRule {
  package static let description = RuleDescription(
    "ladder-severity-duplicate", .fixed(.error), "A severity has one row in the ladder.",
    why: "Two rows for one severity would give two answers to one question.",
    failing: SampleLadder.part(SampleLadder.first, SampleLadder.second, SampleLadder.second),
    passing: SampleLadder.sound)

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    var seen: [Int: Ladder.Row] = [:]
    for row in subject.policy.ladder?.rows ?? [] {
      if let first = seen[row.severity] {
        findings.report(
          description, at: row.range, "Severity \(row.severity) has two rows in the ladder",
          notes: [.init("The first is here.", at: subject.location(first.range))],
          help: "Keep one of them.")
      } else {
        seen[row.severity] = row
      }
    }
  }
}
