package import PolicyModel
import PolicyProjection

package enum RecordChanged: HistoryRule {
  package static let description = RuleDescription(
    "record-changed", .fixed(.error), "A record that has landed is never changed or removed.",
    why: "It is what somebody said on a day. An objection that can be deleted protects nobody.",
    failing: .landings("One landing deletes `v1-r2-legal-ana@example.com-1.signoff`."),
    passing: .landings("One landing adds `v1-r2-legal-ana@example.com-2.signoff`."))

  package static func check(_ subject: HistorySubject, _ findings: inout HistoryFindings) {
    let lost = subject.judgement.lostRecords.sorted()
    guard !lost.isEmpty, !subject.judgement.isBeginning else { return }
    findings.report(
      description, subject,
      lost.count == 1
        ? "A record that had landed was changed or removed"
        : "\(lost.count) records that had landed were changed or removed",
      explanation: "What it said still counts as it landed.", notes: lost,
      help: "Restore the file. Whoever changes their mind adds a record with `bylaw sign`.")
  }
}
