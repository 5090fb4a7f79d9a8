package import PolicyModel
import PolicyProjection

package enum RoundNumberReused: HistoryRule {
  package static let description = RuleDescription(
    "round-number-reused", .fixed(.error), "A round has a number that no round ever had.",
    why:
      "Records name their round by its number. The yes of an old round would count in the new one.",
    failing: .landings("Round 2 was removed. One landing opens another round 2."),
    passing: .landings("Round 2 was removed. One landing opens round 3."))

  package static func check(_ subject: HistorySubject, _ findings: inout HistoryFindings) {
    guard let after = subject.after, !subject.judgement.isBeginning else { return }
    // The first with a number is the one that was there.
    var there = Set((subject.previous?.rounds ?? []).map(\.number))
    var used = subject.pastRounds
    for round in after.rounds where there.remove(round.number) == nil {
      // What was removed may come back as it was.
      let old = used.updateValue(round, forKey: round.number)
      guard let old, old != round else { continue }
      findings.report(
        description, subject, "The number of round \(round.number) was used before",
        help: "Open it with `bylaw round open`, which takes a new one.")
    }
  }
}
