package import PolicyModel
package import PolicyProjection

/// What `check --history` says of the calendar: warnings, so that no build turns red by itself.
extension RuleDescription {
  static let overdueRules: [RuleDescription] = [reviewOverdue, releaseDebtOverdue]

  static let reviewOverdue = RuleDescription(
    "review-overdue", .fixed(.warning), "What is in force is reviewed in time.",
    why:
      "Law, data and what people expect change, and a rule that nobody has looked at since may no longer "
      + "do what it was made for. A review that decided something is overdue after 30 days.",
    failing: .landings(
      "`lifecycle.living.review_every` is six months. The policy binds since January, and in August "
        + "no record of a review has landed."),
    passing: .landings("A record of a review with verdict `keep` landed in June."))

  static let releaseDebtOverdue = RuleDescription(
    "release-debt-overdue", .fixed(.warning),
    "An urgent release gets its ordinary sign-offs within `lifecycle.urgent.within`.",
    why:
      "Without them a few people decided for everybody else. The words stay published, since taking them "
      + "away would harm those whom they protect.",
    failing: .landings(
      "A version is released urgently in March, and `within` is 30 days. In May Legal has not signed."
    ),
    passing: .landings("Every group of the ordinary gates signs the words in March."))
}

extension Overdue {
  /// As a finding about the policy at `path`.
  package func finding(of policy: String, at path: String, settings: JudgingSettings) -> Finding {
    let due = due.inWords
    func names(_ groups: [String]) -> String {
      groups.map { settings.workspace.groups[$0]?.name ?? $0 }.joined(separator: ", ")
    }
    switch kind {
    case .review(let groups):
      let command =
        groups.isEmpty
        ? "bylaw review \(policy)" : "bylaw review \(policy) --as \(groups[0])"
      return finding(
        .reviewOverdue, path, "The review of version \(version) was due on \(due)",
        groups.isEmpty ? "Its owner reviews it." : "It waits for \(names(groups)).",
        "Run `\(command) --keep --considered …`, or say what must change with `--revise`.")
    case .decision(let review):
      let verb = review.verdict == .retire ? "retire" : "revise"
      return finding(
        .reviewOverdue, path,
        "A review decided to \(verb) version \(version), and nobody has done it by \(due)",
        "The review was made on \(review.on.inWords) by \(review.reviewer).",
        "Run `bylaw \(verb) \(policy) --reason …`, or review it again.")
    case .debt(let released):
      return finding(
        .releaseDebtOverdue, path,
        "The ordinary sign-offs of version \(version) were due on \(due)",
        "It was released urgently on \(released.inWords).",
        "Run `bylaw why \(policy)` to see whose are missing.")
    }
  }

  private func finding(
    _ rule: RuleDescription, _ path: String, _ headline: String, _ explanation: String,
    _ help: String
  ) -> Finding {
    Finding(
      rule.id, rule.severity(in: nil) ?? .warning, at: Location(file: path), headline,
      explanation: explanation, help: help)
  }
}
