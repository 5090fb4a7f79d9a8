/// What a sign-off covers: each key and section of a policy belongs to one scope, to all, or to none.
package enum Scope: String, Sendable, Hashable, Codable, CaseIterable {
  /// The rule itself.
  case policy
  /// The help article around the rule.
  case article
  case workflow
  case emails
  /// Dates and the change-log entry.
  case release
  case retire
}

/// To which scopes one key or section belongs.
package enum ScopeMembership: Sendable, Hashable {
  case one(Scope)
  /// In every digest: the `id`.
  case all
  /// Bookkeeping that no sign-off covers.
  case none
}
