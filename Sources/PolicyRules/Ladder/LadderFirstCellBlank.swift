import CommonMark
package import PolicyModel

package enum LadderFirstCellBlank: PolicyRule {
  package static let description = RuleDescription(
    "ladder-first-cell-blank", .fixed(.error), "A row of the ladder begins with an action.",
    why: "A dash means that the cell before holds, and before the first there is none.",
    failing: SampleLadder.part(
      "| 1 | – | Warning | Timed restriction, 7 days | – |", SampleLadder.second),
    passing: SampleLadder.sound)

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    for row in subject.policy.ladder?.rows ?? [] {
      guard let cell = row.cells.first, cell.step == .same, isBlank(cell.range, subject.text)
      else { continue }
      findings.report(
        description, at: cell.range.isEmpty ? row.range : cell.range,
        "The first time at severity \(row.severity) has no action",
        help: "Write an action into the cell.")
    }
  }

  /// A cell whose words are no action is read as a dash as well, and was reported.
  private static func isBlank(_ range: SourceRange, _ text: SourceText) -> Bool {
    ["", "–", "—", "-"].contains(text.string(range))
  }
}
