package import PolicyModel

/// Whoever meets more than a warning the first time, or a block for the mildest offence, is owed a
/// reason.
package enum LadderSkipsWarning: PolicyRule {
  package static let description = RuleDescription(
    "ladder-skips-warning", .atGate(.goodFit), "A ladder that skips the warning says why.",
    why: "People are warned first. Where they are not, readers and reviewers must be able to see "
      + "the reason.",
    failing: SampleLadder.part(
      SampleLadder.first, "| 2 | Restriction | Restriction | Block (serious) | Block (refused) |"),
    passing: SampleLadder.part(
      SampleLadder.first, "| 2 | Restriction | Restriction | Block (serious) | Block (refused) |",
      notes: """
        **Counts:** same policy, within 12 months

        **Skips warning:** Others are harmed while we wait.
        """))

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    guard let ladder = subject.policy.ladder, (ladder.skipsWarning?.value ?? []).isEmpty,
      !subject.isBroken("severity-not-number")
    else { return }
    for (cell, severity) in ladder.cellsThatSkipWarning {
      findings.report(
        description, at: cell.range,
        "`\(cell.step.sanction?.title ?? "")` at severity \(severity) skips the warning, and "
          + "nothing says why",
        explanation: Gate.goodFit.demand,
        help: "Write **Skips warning:** and the reason below the table.")
    }
  }
}

extension Ladder {
  /// First cells harsher than a warning, and every block at the lowest severity.
  var cellsThatSkipWarning: [(cell: Cell, severity: Int)] {
    let lowest = rows.map(\.severity).min()
    return rows.flatMap { row -> [(Cell, Int)] in
      let first = row.cells.prefix(1).filter { ($0.step.sanction?.action ?? .warning) > .warning }
      var cells = Array(first)
      if row.severity == lowest {
        cells += (row.cells.dropFirst() + (row.ifRefused.map { [$0] } ?? [])).filter {
          $0.step.sanction?.action == .block
        }
      }
      return cells.map { ($0, row.severity) }
    }
  }
}
