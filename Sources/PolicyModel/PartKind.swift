/// Who may read a part of a policy.
package enum Audience: String, Sendable, Hashable, Codable {
  case everyone, moderators
  /// Customers, as templates of messages.
  case customers
}

/// Every part that a policy can have. What a part is called can change in a workspace; what it is cannot.
package enum PartKind: String, Sendable, Hashable, Codable, CaseIterable {
  case reason, scope, definitions, allowed
  case notAllowed = "not-allowed"
  case exceptions, consequences, examples, questions, contest, report
  case moderators, emails
  case severity, ladder, background, evidence, signals, decision, calibration, escalation, checklist

  /// How the Markdown of a part must be built.
  package enum Shape: Sendable, Hashable {
    case prose, list, rules, definitions, examples, questions
    case severity, ladder, decision, calibration, escalation
    case parts, messages
  }

  /// One row of the table of parts: the only place that says what a part is.
  package struct Description: Sendable, Hashable {
    package var kind: PartKind
    package var heading: String
    /// 2 for a part of the file, 3 for a part of *For moderators*.
    package var level: Int
    package var audience: Audience
    package var scope: ScopeMembership
    package var shape: Shape
    /// The gate at which the part must be there; `nil` where it may be missing for ever.
    package var gate: Gate?
  }

  package var description: Description { Self.byKind[self] ?? Self.descriptions[0] }

  private static let byKind = Dictionary(
    uniqueKeysWithValues: descriptions.map { ($0.kind, $0) })

  package static let descriptions: [Description] = [
    row(.reason, "Why we have this rule", 2, .everyone, .article, .prose, .comprehensive),
    row(.scope, "Who and what this covers", 2, .everyone, .policy, .prose),
    row(.definitions, "Words we use", 2, .everyone, .policy, .definitions),
    row(.allowed, "What's allowed", 2, .everyone, .policy, .list, .goodFit),
    row(.notAllowed, "What's not allowed", 2, .everyone, .policy, .rules, .goodFit),
    row(.exceptions, "Exceptions", 2, .everyone, .policy, .list),
    row(.consequences, "What can happen", 2, .everyone, .policy, .prose, .goodFit),
    row(.examples, "Examples", 2, .everyone, .article, .examples),
    row(.questions, "Questions", 2, .everyone, .article, .questions),
    row(.contest, "If we acted on your account", 2, .everyone, .article, .prose),
    row(.report, "If you see this", 2, .everyone, .article, .prose),
    row(.moderators, "For moderators", 2, .moderators, nil, .parts),
    row(.emails, "E-mails", 2, .customers, .emails, .messages, .performable),
    row(.severity, "Severity", 3, .moderators, .policy, .severity, .goodFit),
    row(.ladder, "Enforcement ladder", 3, .moderators, .policy, .ladder, .goodFit),
    row(.background, "Background", 3, .moderators, .workflow, .prose),
    row(.evidence, "Evidence", 3, .moderators, .workflow, .list, .performable),
    row(.signals, "Signals", 3, .moderators, .workflow, .list),
    row(.decision, "Decision", 3, .moderators, .workflow, .decision, .performable),
    row(.calibration, "Calibration", 3, .moderators, .workflow, .calibration),
    row(.escalation, "Escalation", 3, .moderators, .workflow, .escalation),
    row(.checklist, "Before you act", 3, .moderators, .workflow, .list),
  ]

  private static func row(
    _ kind: PartKind, _ heading: String, _ level: Int, _ audience: Audience, _ scope: Scope?,
    _ shape: Shape, _ gate: Gate? = nil
  ) -> Description {
    Description(
      kind: kind, heading: heading, level: level, audience: audience,
      scope: scope.map { .one($0) } ?? .none, shape: shape, gate: gate)
  }
}
