package import PolicyModel

/// The drawing of a decision: questions in one column from top to bottom, what follows from each
/// answer to the right of it.
///
/// An answer that leads on to the next question runs straight down. One that ends the matter runs
/// right, to a pill with the result. One that skips questions runs right too, and down a lane beside
/// the pills. The numbered list on the same page says the same in words.
package enum FlowChart {
  /// A larger decision is no longer readable as a drawing.
  package static let mostSteps = 40
  package static let mostAnswers = 200

  /// An `<svg>` element to stand inside an HTML page; `nil` where there is nothing to draw or too
  /// much.
  ///
  /// A screen reader calls it `title`. `firstStep` is what the ladder says for the first time at a
  /// severity, and gives its colour. `policyTitle` is the title of another policy by its id; without
  /// one the id is shown.
  package static func svg(
    _ decision: Decision, title: String, firstStep: (Int) -> Ladder.Step?,
    policyTitle: (String) -> String?
  ) -> String? {
    let answers = decision.steps.reduce(0) { $0 + $1.answers.count }
    guard 1...mostSteps ~= decision.steps.count, answers <= mostAnswers else { return nil }
    let forks = decision.steps.indices.map { index in
      Fork(at: index, of: decision, firstStep: firstStep, policyTitle: policyTitle)
    }
    return Layout(forks).svg(title: title)
  }
}
