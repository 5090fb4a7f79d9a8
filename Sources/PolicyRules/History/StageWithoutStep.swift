package import PolicyModel
import PolicyProjection

package enum StageWithoutStep: HistoryRule {
  package static let description = RuleDescription(
    "stage-without-step", .fixed(.error), "`stage` lands with the step that leads to it.",
    why: "A stage that no step of `history` leads to was set by hand: nobody passed its gate.",
    failing: .landings("One landing sets `stage: iteration`, and appends nothing to `history`."),
    passing: .landings("One landing sets `stage: development`, and appends that step."))

  package static func check(_ subject: HistorySubject, _ findings: inout HistoryFindings) {
    guard let after = subject.after, !subject.judgement.isBeginning, !subject.isCommon,
      after.stage != after.history.last?.stage
    else { return }
    if let before = subject.previous, before.stage == after.stage,
      before.history.last?.stage == after.history.last?.stage
    {
      return
    }
    let last = after.history.last.map { "is `\($0.stage.rawValue)`" } ?? "is missing"
    findings.report(
      description, subject,
      "`stage` is `\(after.stage?.rawValue ?? "missing")`, and the last step of `history` \(last)",
      help: "Take steps with the verbs of bylaw: they write both.")
  }
}
