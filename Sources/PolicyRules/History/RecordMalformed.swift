package import PolicyModel
import PolicyProjection

package enum RecordMalformed: HistoryRule {
  package static let description = RuleDescription(
    "record-malformed", .fixed(.note), "A record can be read, and its name is the one it gives.",
    why: "What it says counts for nothing, and its maker may believe that it does.",
    failing: .landings("One landing adds a record without a `verdict`."),
    passing: .landings("One landing adds a record as `bylaw sign` writes it."))

  package static func check(_ subject: HistorySubject, _ findings: inout HistoryFindings) {
    let landing = subject.judgement.landing
    for (record, refusal) in subject.judgement.judge?.unproven ?? []
    where record.landed == landing.index {
      guard case .malformed(let reason) = refusal else { continue }
      findings.report(
        description, subject, "A record cannot be read: \(reason)", notes: [record.name],
        help: "Sign again with `bylaw sign`. What has landed stays.")
    }
  }
}
