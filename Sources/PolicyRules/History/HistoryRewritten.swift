package import PolicyModel
import PolicyProjection

package enum HistoryRewritten: HistoryRule {
  package static let description = RuleDescription(
    "history-rewritten", .fixed(.error),
    "What has landed in `history` stays, and steps are appended.",
    why: "The history says who passed which milestone and when. A list that can be rewritten says "
      + "whatever its last editor wanted.",
    failing: .landings(
      "The first landing has the step to research on 2026-01-05. The second dates it 2025-11-05."),
    passing: .landings(
      "The first landing has the step to research. The second appends the one to development."))

  package static func check(_ subject: HistorySubject, _ findings: inout HistoryFindings) {
    let judgement = subject.judgement
    guard let after = judgement.after, !judgement.isBeginning else { return }
    if judgement.appended == nil, judgement.before?.history != after.history {
      findings.report(
        description, subject, "Steps of `history` that had landed were rewritten or removed",
        help: "Put the list back as it was, and append the steps that are new.")
    }
    let sides = judgement.sides.filter { !after.history.starts(with: $0.steps) }
    if !sides.isEmpty {
      findings.report(
        description, subject, "A merge lost steps of `history` that a branch had",
        notes: sides.map { "They are in \($0.commit.short)." },
        help: "Merge again, and keep the steps of both sides in their order.")
    }
  }
}
