package import PolicyModel
import PolicyProjection

package enum WordsUnapproved: HistoryRule {
  package static let description = RuleDescription(
    "words-unapproved", .fixed(.warning), "Words in iteration have been approved.",
    why:
      "The sites keep the words before them until their groups have signed. Whoever edits should "
      + "know that readers do not see it yet.",
    failing: .landings(
      "One landing changes a question of a policy in iteration. No round is open for it."),
    passing: .landings(
      "One landing changes a question of a policy in iteration, with Support's record for it."))

  package static func check(_ subject: HistorySubject, _ findings: inout HistoryFindings) {
    guard subject.isLast, let since = subject.unapprovedSince, let after = subject.after else {
      return
    }
    let scopes = subject.judgement.scopes.filter { !$0.isApproved }.map { "`\($0.scope.rawValue)`" }
    let open = after.openRound
    let names = scopes.isEmpty ? "Words" : "Words in \(scopes.joined(separator: ", "))"
    findings.report(
      description, subject, "\(names) stand in iteration, and are not approved",
      explanation: open.map { "Round \($0.number) asks about them." },
      help: open == nil
        ? "Open a round with `bylaw round open \(after.id)`, or restore the words."
        : "See `bylaw round status \(after.id)`.",
      severity: open == nil ? nil : .note, landing: since)
  }
}
