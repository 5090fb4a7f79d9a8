/// What a finding means: the text behind `bylaw explain`, and its weight.
package struct RuleDescription: Sendable {
  /// How much a finding weighs, given the stage of its policy.
  package enum Weight: Sendable, Hashable {
    case fixed(Severity)
    /// Advice in the stage that ends with the gate, an error from then on, nothing before it.
    case atGate(Gate)
    /// The same, at the gate that asks for the part which the finding speaks of.
    case atGateOfPart
    /// A warning in a draft, an error once the gate is passed: what an author loses sight of while
    /// writing, and readers must not miss.
    case warningUntil(Gate)
  }

  /// A piece of a policy that shows the rule. It replaces its counterpart in a sound policy.
  package indirect enum Example: Sendable, Hashable {
    /// Whole lines of front-matter; a key that the sound policy has is replaced.
    case frontMatter(String)
    /// One part with its heading; it replaces the part of that heading.
    case part(String)
    /// One message with its heading.
    case message(String)
    /// Whole lines of `bylaw.yml`.
    case workspace(String)
    /// A whole file.
    case file(String)
    /// A piece of a sound translation.
    case translation(Example)
    /// A file of the workspace's own theme: its path in `site/`, and its text.
    case theme(String, String)
    /// What landed, told in words: it takes a repository to try it out.
    case landings(String)

    package var text: String {
      switch self {
      case .frontMatter(let text), .part(let text), .message(let text), .workspace(let text),
        .file(let text), .theme(_, let text), .landings(let text):
        text
      case .translation(let piece): piece.text
      }
    }

    /// The file in which it stands, where that is not a policy or `bylaw.yml`.
    package var path: String? {
      switch self {
      case .theme(let path, _): "site/" + path
      case .translation: Self.translationPath
      default: nil
      }
    }

    /// Where the sound translation stands.
    package static let translationPath = Translation.path(of: "unwanted-advertising", in: "en-GB")

    /// Whether it can be tried out on a single policy or on `bylaw.yml`.
    package var isPiece: Bool {
      switch self {
      case .theme, .landings: false
      default: true
      }
    }
  }

  package var id: RuleID
  package var weight: Weight
  /// The rule in one sentence.
  package var summary: String
  /// Why it matters to the people who read, apply or are subject to a policy.
  package var reason: String
  package var failing: Example?
  package var passing: Example?

  package init(
    _ id: RuleID, _ weight: Weight, _ summary: String, why reason: String,
    failing: Example? = nil, passing: Example? = nil
  ) {
    self.id = id
    self.weight = weight
    self.summary = summary
    self.reason = reason
    self.failing = failing
    self.passing = passing
  }

  /// The weight for a policy in `stage`; `nil` where the stage is unknown or does not matter.
  ///
  /// `gate` is the one that asks for the part in question. What an urgent release still owes
  /// (`debt`) is a warning: it unpublishes nothing.
  /// `nil` while an earlier gate lies ahead: what nobody asks for yet is not worth a line.
  package func severity(in stage: Stage?, gate: Gate? = nil, debt: Gate? = nil) -> Severity? {
    switch (weight, gate) {
    case (.fixed(let severity), nil): return severity
    case (.warningUntil(let gate), _):
      guard let stage, stage > gate.stage, gate != debt else { return .warning }
      return .error
    case (.atGateOfPart, nil): return .warning
    case (.atGate(let gate), nil), (_, let gate?):
      guard let stage, stage != gate.stage else { return .advice }
      guard stage > gate.stage else { return nil }
      return gate == debt ? .warning : .error
    }
  }
}
