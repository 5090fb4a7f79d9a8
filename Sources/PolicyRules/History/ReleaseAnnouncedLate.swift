package import PolicyModel
import PolicyProjection

package enum ReleaseAnnouncedLate: HistoryRule {
  package static let description = RuleDescription(
    "release-announced-late", .fixed(.warning),
    "A version lands in iteration on the day of its `announced`, or before it.",
    why: "The sites show it from the landing on. If that is later than announced, the notice that "
      + "people had was shorter than it says.",
    failing: .landings("A release with `announced: 2026-03-01` lands on 2026-03-09."),
    passing: .landings("A release with `announced: 2026-03-01` lands on 2026-02-28."))

  package static func check(_ subject: HistorySubject, _ findings: inout HistoryFindings) {
    // What came with the workspace itself may have been announced elsewhere before.
    guard !subject.judgement.isFirst,
      let after = subject.after, let path = subject.path, after.stage == .iteration,
      let announced = after.announced, !path.start.released.contains(after.version),
      subject.judgement.landing.day > announced
    else { return }
    findings.report(
      description, subject,
      "Version \(after.version) was announced for \(announced), "
        + "and landed on \(subject.judgement.landing.day)",
      help: "Land a release before its `announced`, or let `announced` be a later day.")
  }
}
