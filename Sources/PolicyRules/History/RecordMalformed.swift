package import PolicyModel
import PolicyProjection

package enum RecordMalformed: HistoryRule {
  package static let description = RuleDescription(
    "record-malformed", .fixed(.note), "A record can be read, and its name is the one it gives.",
    why:
      "What it says counts for nothing, and its maker may believe that it does. While it can still"
      + " be removed, before it has landed, it is an error.",
    failing: .landings("One landing adds a record without a `verdict`."),
    passing: .landings("One landing adds a record as `bylaw sign` writes it."))

  package static func check(_ subject: HistorySubject, _ findings: inout HistoryFindings) {
    let landing = subject.judgement.landing
    for (record, refusal) in subject.judgement.judge?.unproven ?? []
    where record.landed == landing.index {
      guard case .malformed(let reason) = refusal else { continue }
      findings.report(
        description, subject,
        "A record cannot be read: \(reason.hasSuffix(".") ? String(reason.dropLast()) : reason)",
        notes: [record.name],
        help: subject.isProposed
          ? "Remove the file, which has not landed, and sign again with `bylaw sign`."
          : "Sign again with `bylaw sign`. What has landed stays.",
        severity: subject.isProposed ? .error : nil)
    }
  }
}
