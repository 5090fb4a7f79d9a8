package import PolicyModel
import PolicyProjection

package enum RecordLate: HistoryRule {
  package static let description = RuleDescription(
    "record-late", .fixed(.note), "A record of a round lands before the round is closed.",
    why:
      "The outcome follows from the records that were there. One that comes later changes nothing "
      + "of it, though an objection still stands.",
    failing: .landings("Round 2 is closed. The next landing adds a record of it."),
    passing: .landings("One landing adds a record of round 2, and closes the round."))

  package static func check(_ subject: HistorySubject, _ findings: inout HistoryFindings) {
    guard let judge = subject.judgement.judge else { return }
    for record in judge.late where record.landed == subject.judgement.landing.index {
      findings.report(
        description, subject, "A record landed after its round was closed",
        explanation: record.signOff?.isObjection == true
          ? "The objection stands." : "It changes no outcome.",
        notes: [record.name])
    }
  }
}
