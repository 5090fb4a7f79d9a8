package import PolicyModel
import PolicyProjection

package enum HistoryStepAhead: HistoryRule {
  package static let description = RuleDescription(
    "history-step-ahead", .fixed(.error), "A step is not dated after the day on which it lands.",
    why:
      "Steps stand in the order of their days and are never rewritten. One that is dated years ahead "
      + "keeps every later step out until then.",
    failing: .landings("A step with `on: 2029-01-01` lands on 2026-03-02."),
    passing: .landings("A step with `on: 2026-03-02` lands on 2026-03-02."))

  package static func check(_ subject: HistorySubject, _ findings: inout HistoryFindings) {
    guard !subject.judgement.isBeginning else { return }
    let day = subject.judgement.landing.day
    // Days begin at different hours around the world.
    let latest = CalendarDate(daysSinceEpoch: day.daysSinceEpoch + 1)
    for pair in subject.judgement.appended?.pairs ?? [] where pair.step.on > latest {
      findings.report(
        description, subject,
        "The step to \(pair.step.stage.rawValue) is dated \(pair.step.on), and lands on \(day)",
        help: subject.isProposed
          ? "Date it with the day on which it is taken; the verbs of bylaw do."
          : "Name the landing with its reason in lifecycle.acknowledged: a step stays as it landed."
      )
    }
  }
}
