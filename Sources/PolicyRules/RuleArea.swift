package import PolicyModel

/// What a rule is about: the first word of its id.
package enum RuleArea: String, Sendable, CaseIterable {
  case file, markdown, html, image, link
  case frontMatter = "front-matter"
  case yaml, key, value, date, policy, related, retired, history, version, changes, research, allow
  case section, list, table, definition, question, verdict, rule, example, consequences
  case severity, ladder, decision, calibration, escalation
  case token, email, translation, settings, site
  case stage, gate, withdraw, record, release, review, words, round, branch

  /// The area of a rule; `nil` where its id begins with no known one.
  package init?(of rule: RuleID) {
    guard let area = Self.allCases.first(where: { rule.name.hasPrefix($0.rawValue + "-") }) else {
      return nil
    }
    self = area
  }

  /// Whether its findings can be neither suppressed nor turned down: without what these rules guard,
  /// nothing that is read or published can be relied on.
  var isGuarded: Bool {
    switch self {
    case .file, .markdown, .frontMatter, .yaml, .key, .value: true
    default: false
    }
  }
}
