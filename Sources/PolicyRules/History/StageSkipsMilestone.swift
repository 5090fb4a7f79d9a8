package import PolicyModel
import PolicyProjection

package enum StageSkipsMilestone: HistoryRule {
  package static let description = RuleDescription(
    "stage-skips-milestone", .fixed(.error),
    "Each step of `history` is one that the life cycle has, with what it needs.",
    why: "A milestone that is skipped is work that nobody did: research, review or notice that "
      + "people who live under the rule were promised.",
    failing: .landings("One landing appends a step from research to implementation."),
    passing: .landings(
      "One landing appends two steps: from research to development, and on to implementation."))

  package static func check(_ subject: HistorySubject, _ findings: inout HistoryFindings) {
    for step in subject.path?.steps ?? [] {
      guard let problem = step.problem else { continue }
      findings.report(
        description, subject, "\(step.words): \(problem.words)", help: problem.help(step))
    }
  }
}

extension StepPath.Step {
  /// From where to where.
  package var words: String {
    "\(from.map { "From \($0.rawValue)" } ?? "The first step") to \(step.stage.rawValue)"
  }
}

extension StepPath.Problem {
  /// What is wrong, behind a colon.
  package var words: String {
    switch self {
    case .skips: "the life cycle has no such step"
    case .reasonMissing: "the step needs a `reason`"
    case .notUrgent: "only a release can be `urgent`"
    case .nothingToGoBackTo: "no version was released before, so there is nothing to go back to"
    case .keepsVersion(let version): "a step that skips the gates goes back to version \(version)"
    }
  }

  package func help(_ step: StepPath.Step) -> String {
    switch self {
    case .skips:
      let places = Transition.destinations(from: step.from).map(\.rawValue)
      return places.isEmpty
        ? "A retired policy stays retired: write a new one."
        : "From here it can go to: \(places.joined(separator: ", "))."
    case .reasonMissing: return "Take the step again with --reason."
    case .notUrgent: return "Take the step again without --urgent."
    case .nothingToGoBackTo, .keepsVersion:
      return "Go on with `bylaw advance`, from gate to gate."
    }
  }
}
