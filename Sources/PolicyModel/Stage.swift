/// How far a policy has come. Each stage but the last has a gate that tests one adjective.
package enum Stage: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
  case research, development, implementation, iteration, retired

  package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  /// Where it stands in the order of the life cycle, from 0.
  package var rank: Int {
    switch self {
    case .research: 0
    case .development: 1
    case .implementation: 2
    case .iteration: 3
    case .retired: 4
    }
  }

  /// The gate that a policy must pass to leave this stage.
  package var gate: Gate? {
    switch self {
    case .research: .comprehensive
    case .development: .goodFit
    case .implementation: .performable
    case .iteration: .living
    case .retired: nil
    }
  }
}

/// What a policy must be to pass on: the four tests of the life cycle.
package enum Gate: String, Sendable, Hashable, Codable, CaseIterable {
  case comprehensive
  case goodFit = "good_fit"
  case performable
  case living

  /// The adjective as it is spoken of.
  package var adjective: String {
    switch self {
    case .comprehensive: "comprehensive"
    case .goodFit: "a good fit"
    case .performable: "performable"
    case .living: "a living document"
    }
  }

  /// The stage that ends with this gate.
  package var stage: Stage {
    switch self {
    case .comprehensive: .research
    case .goodFit: .development
    case .performable: .implementation
    case .living: .iteration
    }
  }
}
