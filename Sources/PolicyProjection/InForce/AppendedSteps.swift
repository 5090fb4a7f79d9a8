package import PolicyModel

/// The steps that one landing took, each with the rows of the table that allow it.
package struct AppendedSteps: Sendable, Hashable {
  package struct Pair: Sendable, Hashable {
    package var from: Stage?
    package var step: PolicySnapshot.Step

    /// The rows that this pair can be; none where it is illegal or lacks its reason.
    package var rows: [Transition] {
      Transition.rows(from: from, to: step.stage).filter { row in
        row.isUrgent == step.isUrgent && (!row.needsReason || hasReason)
      }
    }

    private var hasReason: Bool { step.reason?.contains { !$0.isWhitespace } ?? false }
  }

  package let pairs: [Pair]

  /// `nil` where what had landed is no prefix of `steps`.
  package init?(from landed: [PolicySnapshot.Step], to steps: [PolicySnapshot.Step]) {
    guard steps.starts(with: landed) else { return nil }
    var from = landed.last?.stage
    var pairs: [Pair] = []
    for step in steps.dropFirst(landed.count) {
      pairs.append(Pair(from: from, step: step))
      from = step.stage
    }
    self.pairs = pairs
  }

  package var last: Pair? { pairs.last }

  /// Whether the last step is an urgent release with its reason.
  package var releasesUrgently: Bool {
    guard let last, last.step.isUrgent else { return false }
    return !last.rows.isEmpty
  }

  package func contains(_ verb: Transition.Verb) -> Bool {
    pairs.contains { $0.rows.contains { $0.verb == verb } }
  }

  /// Whether one of them can be this verb, and leads to iteration or elsewhere.
  func contains(_ verb: Transition.Verb, toIteration: Bool) -> Bool {
    pairs.contains { pair in
      (pair.step.stage == .iteration) == toIteration && pair.rows.contains { $0.verb == verb }
    }
  }
}
