package import PolicyModel
import PolicyProjection

package enum ReleaseClassLowered: HistoryRule {
  package static let description = RuleDescription(
    "release-class-lowered", .fixed(.error),
    "The class with which a version was released is lowered only with a reason.",
    why:
      "The class says how much notice people get, and how they are told. Lowered after the release, "
      + "nobody would be told what really changes for them.",
    failing: .landings(
      "Version 1 was released as `significant`. One landing sets its `class` to `editorial`."),
    passing: .landings(
      "One landing sets it to `minor`, with a `class_reason` that those of `release` sign."))

  package static func check(_ subject: HistorySubject, _ findings: inout HistoryFindings) {
    guard let condition = subject.brokenTerm(.classKept) else { return }
    findings.report(
      description, subject,
      "The amendment lowers the class of version \(subject.after?.version ?? 1)",
      explanation: condition.detail,
      help: "Set the class back, or give the reason in `class_reason`.")
  }
}
