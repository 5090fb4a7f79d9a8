package import PolicyModel

/// One condition of a gate, as a tree: what is asked for, whether it is met, and who can mend it.
package struct GateCondition: Sendable, Hashable, Codable {
  package enum State: String, Sendable, Hashable, Codable {
    case met, unmet
    /// Signed, for words that have changed since.
    case stale
    /// Signed, and it does not count.
    case void
    /// Signed, and the proof is gone.
    case lost
    /// It could not be looked at, which never counts as passed.
    case notEvaluated = "not-evaluated"
  }

  /// A kebab slug that stays the same.
  package var id: String
  package var state: State
  /// What is asked for, in one line.
  package var title: String
  /// What stands in its way.
  package var detail: String?
  /// Addresses of those who can mend it.
  package var who: [String]
  /// What they can type.
  package var command: String?
  package var children: [GateCondition]

  package init(
    _ id: String, _ state: State, _ title: String, detail: String? = nil, who: [String] = [],
    command: String? = nil, children: [GateCondition] = []
  ) {
    self.id = id
    self.state = state
    self.title = title
    self.detail = detail
    self.who = who
    self.command = command
    self.children = children
  }

  /// Met when all of its parts are.
  package init(_ id: String, _ title: String, of children: [GateCondition]) {
    self.init(
      id, children.allSatisfy(\.isMet) ? .met : .unmet, title, children: children)
  }

  package var isMet: Bool { state == .met }

  /// What is not met and has no parts that say more.
  package var unmetLeaves: [GateCondition] {
    if isMet { return [] }
    let below = children.flatMap(\.unmetLeaves)
    return below.isEmpty ? [self] : below
  }
}

/// A gate and all that it asks for.
package struct GateReport: Sendable, Hashable, Codable {
  package var policy: String
  package var version: Int
  package var stage: Stage?
  package var gate: Gate
  package var to: Stage
  package var conditions: [GateCondition]

  package init(
    policy: String, version: Int, stage: Stage?, gate: Gate, to: Stage, conditions: [GateCondition]
  ) {
    self.policy = policy
    self.version = version
    self.stage = stage
    self.gate = gate
    self.to = to
    self.conditions = conditions
  }

  package var isMet: Bool { conditions.allSatisfy(\.isMet) }
  /// Whether it speaks of a version that was released, which owes its review and waits for no step.
  package var isReleased: Bool { gate == .living && conditions.first?.id == "review" }
  package var unmetLeaves: [GateCondition] { conditions.flatMap(\.unmetLeaves) }
}
