import PolicyModel

extension FlowChart {
  /// What stands at the end of a line that does not lead to another box.
  struct Outcome {
    var words: SetText
    /// The class that gives the colour: `fc-` and this.
    var key: String

    init(_ words: String, key: String) {
      let width = Metrics.pillMost - 2 * Metrics.pillPadding
      self.words = SetText(words, within: width, size: Metrics.textSize)
      self.key = key
    }

    /// What to say of `target`; `step` is its number where it is a step.
    init(
      _ target: Decision.Target, step: Int?, firstStep: (Int) -> Ladder.Step?,
      policyTitle: (String) -> String?
    ) {
      switch target {
      case .next, .step: self.init("Question \(step ?? 0)", key: "none")
      case .noAction: self.init("No action", key: "none")
      case .severity(let number):
        self.init("Severity \(number)", key: Self.key(of: firstStep(number)))
      case .action(let action): self.init(action.title, key: action.rawValue)
      case .escalate(let route): self.init("Escalate: \(route)", key: "escalate")
      case .policy(let id): self.init("Continue with \(policyTitle(id) ?? id)", key: "policy")
      }
    }

    private static func key(of step: Ladder.Step?) -> String {
      switch step {
      case .sanction(let sanction): sanction.action.rawValue
      case .escalate: "escalate"
      case .same, nil: "none"
      }
    }

    /// One line has the height of a pill; each further one adds to it.
    var height: Int {
      Metrics.pillHeight + max(0, words.lines.count - 1) * Metrics.textLine
    }
  }
}
