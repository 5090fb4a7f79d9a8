package import PolicyModel
import PolicyProjection

package enum WithdrawWithoutStep: HistoryRule {
  package static let description = RuleDescription(
    "withdraw-without-step", .fixed(.error),
    "`withdrawn` names exactly the versions that a `withdraw` gave up.",
    why: "The list keeps numbers from being used again. Written by hand it could hide a version "
      + "that people live by, or free a number.",
    failing: .landings("One landing writes `withdrawn: [2]`, and appends nothing to `history`."),
    passing: .landings("One landing appends the step of a `withdraw`, and writes `withdrawn: [2]`.")
  )

  package static func check(_ subject: HistorySubject, _ findings: inout HistoryFindings) {
    guard let path = subject.path else { return }
    for version in path.unexplained.sorted() {
      findings.report(
        description, subject, "`withdrawn` names \(version), and no step gave that version up",
        help: "Take it out; `bylaw withdraw` writes both.")
    }
    for version in path.missing.sorted() {
      findings.report(
        description, subject, "`withdrawn` lacks \(version), which was given up",
        help: "Put the number back.")
    }
  }
}
