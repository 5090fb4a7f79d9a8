package import PolicyModel
import PolicyProjection

package enum RetiredUnapproved: HistoryRule {
  package static let description = RuleDescription(
    "retired-unapproved", .fixed(.warning), "`retired` says the end that was approved.",
    why: "Readers see when the policy ended, why, and what replaced it, as its groups signed it. "
      + "Another end in the file is shown to nobody.",
    failing: .landings("The end on 1 May was approved. A later landing writes 1 July."),
    passing: .landings("The end moves to 1 July before 1 May, and its groups sign that."))

  package static func check(_ subject: HistorySubject, _ findings: inout HistoryFindings) {
    guard subject.isLast, let after = subject.after, after.stage == .retired,
      let ending = subject.judgement.ending, ending.retirement != after.retirement
    else { return }
    let isOver = ending.day <= subject.judgement.landing.day
    findings.report(
      description, subject, "`retired` is another end than the one that was approved",
      explanation: "The sites keep the approved one, on \(ending.retirement.on)."
        + (isOver ? " It has come, and nothing moves it any more." : ""),
      help: isOver
        ? "Put the block back as it was."
        : "Put it back as it was, or ask for sign-offs: "
          + "`bylaw sign \(subject.judgement.policy) --for retire`.")
  }
}
