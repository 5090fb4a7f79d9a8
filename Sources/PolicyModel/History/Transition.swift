/// A row of the one table of what the life cycle allows. The verbs, `--base` and the check of history all
/// read it.
package struct Transition: Sendable, Hashable {
  package enum Verb: String, Sendable, Hashable, Codable, CaseIterable {
    case new, advance, revise, sendBack = "send-back", withdraw, retire
  }

  package var from: Stage?
  package var to: Stage
  package var verb: Verb
  /// The gate that must be passed.
  package var gate: Gate?
  package var isUrgent = false
  package var needsReason = false

  /// Every step that is legal. What is not here is refused.
  package static let all: [Transition] = [
    Transition(from: nil, to: .research, verb: .new),
    Transition(from: .research, to: .development, verb: .advance, gate: .comprehensive),
    Transition(from: .development, to: .implementation, verb: .advance, gate: .goodFit),
    Transition(from: .implementation, to: .iteration, verb: .advance, gate: .performable),
    Transition(
      from: .implementation, to: .iteration, verb: .advance, isUrgent: true, needsReason: true),
    Transition(from: .iteration, to: .development, verb: .revise, needsReason: true),
    Transition(from: .iteration, to: .research, verb: .revise, needsReason: true),
    Transition(from: .development, to: .research, verb: .sendBack, needsReason: true),
    Transition(from: .implementation, to: .development, verb: .sendBack, needsReason: true),
    Transition(from: .research, to: .iteration, verb: .withdraw, needsReason: true),
    Transition(from: .development, to: .iteration, verb: .withdraw, needsReason: true),
    Transition(from: .implementation, to: .iteration, verb: .withdraw, needsReason: true),
    Transition(from: .iteration, to: .iteration, verb: .withdraw, needsReason: true),
    // A first version has nothing to go back to: its words stay, under the next number.
    Transition(from: .iteration, to: .development, verb: .withdraw, needsReason: true),
    Transition(from: .research, to: .retired, verb: .retire, needsReason: true),
    Transition(from: .development, to: .retired, verb: .retire, needsReason: true),
    Transition(from: .implementation, to: .retired, verb: .retire, needsReason: true),
    Transition(from: .iteration, to: .retired, verb: .retire, needsReason: true),
  ]

  /// The rows that lead from one stage to another; none where that is no legal step.
  package static func rows(from: Stage?, to: Stage) -> [Transition] {
    all.filter { $0.from == from && $0.to == to }
  }

  /// Where a policy in `stage` can go, for messages.
  package static func destinations(from stage: Stage?) -> [Stage] {
    var seen: Set<Stage> = []
    return all.filter { $0.from == stage && seen.insert($0.to).inserted }.map(\.to)
  }
}
