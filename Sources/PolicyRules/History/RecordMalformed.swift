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
      guard let headline = headline(refusal) else { continue }
      findings.report(
        description, subject, headline,
        notes: [record.name],
        help: help(subject),
        severity: subject.isProposed ? .error : nil)
    }
  }

  private static func headline(_ refusal: Refusal) -> String? {
    switch refusal {
    case .malformed(let reason):
      "A record cannot be read: \(reason.hasSuffix(".") ? String(reason.dropLast()) : reason)"
    case .otherPolicy(let id): "A record about `\(id)` lies in the folder of another policy"
    case .otherWorkspace(let name): "A record of the workspace `\(name)` lies here"
    default: nil
    }
  }

  /// A change breaks a signature, and a second commit is no proof of what the first one added.
  private static func help(_ subject: HistorySubject) -> String {
    guard subject.isProposed else {
      return "Leave it as it is, and sign again with the next number."
    }
    return subject.judgement.judge?.settings.workspace.proof == .commit
      ? "Mend the commit that adds it, which has not landed, or remove the file and sign again."
      : "Remove the file, which has not landed, and sign again with `bylaw sign`."
  }
}
