package import CommonMark

/// The questions that lead a moderator from a case to what to do, as a graph without loops.
package struct Decision: Sendable, Hashable {
  package enum Target: Sendable, Hashable {
    case next
    case step(Int)
    case noAction
    case severity(Int)
    case action(EnforcementAction)
    case escalate(String)
    /// Another policy decides.
    case policy(String)
  }

  package struct Answer: Sendable, Hashable {
    package var label: [Inline]
    package var target: Target
    package var range: SourceRange

    package init(label: [Inline], target: Target, range: SourceRange) {
      self.label = label
      self.target = target
      self.range = range
    }
  }

  package struct Step: Sendable, Hashable {
    package var number: Int
    package var question: [Inline]
    package var answers: [Answer]
    package var range: SourceRange

    package init(number: Int, question: [Inline], answers: [Answer], range: SourceRange) {
      self.number = number
      self.question = question
      self.answers = answers
      self.range = range
    }
  }

  package var steps: [Step]
  package var range: SourceRange

  package init(steps: [Step], range: SourceRange) {
    self.steps = steps
    self.range = range
  }

  /// The number of the step to which `target` leads from step `number`; `nil` where it ends.
  package func stepNumber(of target: Target, from number: Int) -> Int? {
    switch target {
    case .next: number + 1
    case .step(let other): other
    case .noAction, .severity, .action, .escalate, .policy: nil
    }
  }
}
