package import PolicyModel

package enum DecisionLoop: PolicyRule {
  package static let description = RuleDescription(
    "decision-loop", .fixed(.error), "A decision never comes back to a step.",
    why: "A moderator would answer the same questions for ever.",
    failing: SampleDecision.part(
      """
      1. Does the post advertise something?
         - Yes → next
         - No → no action
      2. Was the author asked to stop before?
         - Yes → severity 2
         - No → severity 1
         - Cannot tell → step 1
      """),
    passing: SampleDecision.sound)

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    guard let decision = subject.policy.decision else { return }
    var search = Search(decision: decision)
    for step in decision.steps { search.visit(step.number) }
    for answer in search.closing {
      findings.report(
        description, at: answer.range, "This answer leads back to a step that led here",
        help: "Let it lead on, to an end, or to an escalation.")
    }
  }

  /// Looks through the steps in depth, with a stack of its own: a decision may have many.
  private struct Search {
    let decision: Decision
    var closing: [Decision.Answer] = []
    private var isOnPath: [Bool]
    private var isDone: [Bool]

    init(decision: Decision) {
      self.decision = decision
      isOnPath = Array(repeating: false, count: decision.steps.count + 1)
      isDone = isOnPath
    }

    mutating func visit(_ start: Int) {
      var path: [(step: Int, answer: Int)] = [(start, 0)]
      guard !isDone[start] else { return }
      isOnPath[start] = true
      while let (number, index) = path.last {
        let answers = decision.steps[number - 1].answers
        guard index < answers.count else {
          path.removeLast()
          isOnPath[number] = false
          isDone[number] = true
          continue
        }
        path[path.count - 1].answer += 1
        guard let next = decision.stepNumber(of: answers[index].target, from: number),
          (1...decision.steps.count).contains(next)
        else { continue }
        if isOnPath[next] {
          closing.append(answers[index])
        } else if !isDone[next] {
          isOnPath[next] = true
          path.append((next, 0))
        }
      }
    }
  }
}
