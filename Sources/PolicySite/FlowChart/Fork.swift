import CommonMark
import PolicyModel

extension FlowChart {
  /// A question and its answers, sorted by the way in which they leave it.
  struct Fork {
    enum End {
      case outcome(Outcome)
      /// A later step, by its index; the words name it for who does not want to follow the line.
      case step(Int, name: SetText)
    }

    struct Branch {
      var label: SetText
      var end: End
    }

    var number: Int
    var question: SetText
    /// The labels of the answers that lead to the step below.
    var down: [SetText] = []
    /// Outcomes in the order of the text. Behind them the skips, the farthest first: so the lines of
    /// one question never cross each other.
    var branches: [Branch] = []

    init(
      at index: Int, of decision: Decision, firstStep: (Int) -> Ladder.Step?,
      policyTitle: (String) -> String?
    ) {
      let step = decision.steps[index]
      number = step.number
      question = SetText(
        step.question.plainText, within: Metrics.questionWidth, size: Metrics.textSize)
      var skips: [(target: Int, branch: Branch)] = []
      for answer in step.answers {
        let words = answer.label.plainText
        let wanted = decision.stepNumber(of: answer.target, from: step.number)
        let target = wanted.flatMap { number in
          decision.steps.firstIndex { $0.number == number }
        }
        if target == index + 1 {
          down.append(SetText(words, within: Metrics.downWidth, size: Metrics.labelSize))
          continue
        }
        let label = SetText(words, within: Metrics.labelMost, size: Metrics.labelSize)
        let outcome = Outcome(
          answer.target, step: wanted, firstStep: firstStep, policyTitle: policyTitle)
        if let target, target > index {
          skips.append((target, Branch(label: label, end: .step(target, name: outcome.words))))
        } else {
          branches.append(Branch(label: label, end: .outcome(outcome)))
        }
      }
      skips.sort { $0.target > $1.target }
      branches += skips.map(\.branch)
    }
  }
}
