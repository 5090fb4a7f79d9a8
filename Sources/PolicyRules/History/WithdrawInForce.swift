package import PolicyModel
import PolicyProjection

package enum WithdrawInForce: HistoryRule {
  package static let description = RuleDescription(
    "withdraw-in-force", .fixed(.error), "A version that is in force is not withdrawn.",
    why: "People have lived by it since its day. It ends when a revision takes its place, or when "
      + "the policy is retired.",
    failing: .landings("Version 2 is effective since 1 March. On 5 March a landing withdraws it."),
    passing: .landings("Version 2 is effective on 1 March. On 20 February a landing withdraws it."))

  package static func check(_ subject: HistorySubject, _ findings: inout HistoryFindings) {
    guard let path = subject.path, !subject.judgement.lacksSettings, let after = subject.after
    else { return }
    // Only what was approved can have been in force.
    let approved = [subject.judgement.latestCandidate, subject.judgement.revised]
      .compactMap { $0?.version }
    let named = path.givenUp.intersection(after.withdrawn).intersection(approved)
    for version in named.subtracting(subject.judgement.withdrawn).sorted() {
      findings.report(
        description, subject, "Version \(version) was in force when it was withdrawn",
        explanation: "It stays in force: the step has no effect.",
        help: "Revise it with `bylaw revise`, or end it with `bylaw retire`.")
    }
  }
}
