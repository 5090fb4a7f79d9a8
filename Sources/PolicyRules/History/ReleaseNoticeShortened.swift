package import PolicyModel
import PolicyProjection

package enum ReleaseNoticeShortened: HistoryRule {
  package static let description = RuleDescription(
    "release-notice-shortened", .fixed(.error), "The notice that readers were given stays.",
    why:
      "People were told from which day a version binds. An amendment that moves the day to tomorrow "
      + "binds them before they could read it.",
    failing: .landings(
      "Version 2 is effective on 4 May. On 2 April a landing sets `effective` to 3 April."),
    passing: .landings(
      "Version 2 is effective on 4 May. On 2 April a landing sets `effective` to 1 June."))

  package static func check(_ subject: HistorySubject, _ findings: inout HistoryFindings) {
    guard let condition = subject.brokenTerm(.noticeKept) else { return }
    findings.report(
      description, subject, "The amendment binds earlier than readers were told",
      explanation: condition.detail,
      help:
        "Set `effective` back, or to a later day. Where it cannot wait, withdraw the version and "
        + "release it with --urgent.")
  }
}
