package import PolicyModel
import PolicyProjection

package enum RoundRewritten: HistoryRule {
  package static let description = RuleDescription(
    "round-rewritten", .fixed(.error), "A round stays, and once it is closed it stays as it is.",
    why:
      "It says who was asked about which words, and what came of it. An outcome that can be edited "
      + "is none.",
    failing: .landings(
      "Round 2 was closed with `changes-requested`. One landing writes `approved`."),
    passing: .landings("Round 2 was closed with `changes-requested`. One landing adds round 3."))

  package static func check(_ subject: HistorySubject, _ findings: inout HistoryFindings) {
    guard let previous = subject.previous, let after = subject.after,
      !subject.judgement.isBeginning
    else { return }
    let faults = previous.rounds.compactMap { old -> String? in
      let same = after.rounds.filter { $0.number == old.number }
      if same.isEmpty { return "Round \(old.number) is gone." }
      return old.isOpen || same.contains(old) ? nil : "Round \(old.number) is another one."
    }
    guard !faults.isEmpty else { return }
    findings.report(
      description, subject,
      faults.count == 1
        ? "A round that had landed was changed or removed"
        : "\(faults.count) rounds that had landed were changed or removed",
      notes: faults,
      help:
        "Write `rounds` as they were. `bylaw round close --withdraw` ends a round that is open, "
        + "and `bylaw round open` begins another one.")
  }
}
