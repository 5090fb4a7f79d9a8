package import PolicyModel
import PolicyProjection

package enum PolicyIDChanged: HistoryRule {
  package static let description = RuleDescription(
    "policy-id-changed", .fixed(.error), "The `id` of a policy stays.",
    why: "Addresses, records and other policies name it. Under another id, what people signed and "
      + "bookmarked is gone.",
    failing: .landings(
      "`pay-outside` has landed. One landing gives that text the id `pay-inside`."),
    passing: .landings("`pay-outside` has landed. One landing renames its file, and keeps the id."))

  package static func check(_ subject: HistorySubject, _ findings: inout HistoryFindings) {
    guard subject.after != nil, !subject.judgement.isBeginning else { return }
    if let former = subject.formerID {
      findings.report(
        description, subject, "`\(subject.judgement.policy)` was `\(former)` before",
        help: "Set `id` back to `\(former)`: the title and the name of the file are free to change."
      )
    }
    let sides = subject.judgement.sides.filter { $0.formerID != nil }
    if let first = sides.first?.formerID, first != subject.formerID {
      findings.report(
        description, subject,
        "`\(subject.judgement.policy)` was `\(first)` on the branch that was merged",
        notes: sides.map { "The id was changed in \($0.commit.short)." },
        help: "Begin a policy of another name with `bylaw new`.")
    }
  }
}
