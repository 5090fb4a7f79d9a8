package import PolicyModel
import PolicyProjection

package enum PolicyVanished: HistoryRule {
  package static let description = RuleDescription(
    "policy-vanished", .fixed(.error), "A policy that was ever released is never deleted.",
    why:
      "Cases are judged by the rule of the day of the conduct, so its words stay. What no longer "
      + "binds is retired, and says since when.",
    failing: .landings("Version 1 of a policy was released. One landing deletes its file."),
    passing: .landings("Version 1 of a policy was released. One landing retires it."))

  package static func check(_ subject: HistorySubject, _ findings: inout HistoryFindings) {
    let judgement = subject.judgement
    let isRenamed = subject.landing.contains { $0.takesThePlace(of: judgement) }
    guard judgement.after == nil, !judgement.isUnreadable, judgement.before != nil,
      judgement.wasInIteration, !isRenamed
    else { return }
    findings.report(
      description, subject, "`\(judgement.policy)` was deleted after it had been released",
      explanation: "Its approved words stay on the sites.",
      help: "Restore the file; `bylaw retire` ends a policy.")
  }
}
