package import PolicyModel
import PolicyProjection

package enum RecordLost: HistoryRule {
  package static let description = RuleDescription(
    "record-lost", .fixed(.note), "The commit that proves a record lands as its reviewer made it.",
    why:
      "Where the commit is the proof, a squash or a rebase of others takes it away, and the yes counts "
      + "for nobody. Before it has landed, that can be helped.",
    failing: .landings("One landing adds Ana's record, and Dana made its commit."),
    passing: .landings("A merge commit lands the commit with which Ana added her record."))

  package static func check(_ subject: HistorySubject, _ findings: inout HistoryFindings) {
    let landing = subject.judgement.landing
    guard let judge = subject.judgement.judge, judge.settings.workspace.proof == .commit else {
      return
    }
    for (record, refusal) in judge.unproven
    where record.landed == landing.index && refusal.state == .lost {
      findings.report(
        description, subject, "\(record.name) counts for nothing",
        explanation: "\(refusal).", help: refusal.help,
        severity: subject.isProposed ? .warning : nil)
    }
  }
}
