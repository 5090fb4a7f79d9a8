package import PolicyModel

package enum RuleIDReused: HistoryRule {
  package static let description = RuleDescription(
    "rule-id-reused", .fixed(.error), "The id of a rule never comes back for another rule.",
    why:
      "E-mails of past cases cite the id. Whoever looks it up must find the rule that was meant.",
    failing: .landings(
      "Version 2 of a policy had no PAY-4 any more. Version 3 has a PAY-4 with other words."),
    passing: .landings("Version 2 of a policy had no PAY-4 any more. Version 3 adds PAY-7."))

  package static func check(_ subject: HistorySubject, _ findings: inout HistoryFindings) {
    for rule in subject.reused {
      let headline =
        switch rule.use {
        case .otherPolicy(let policy): "\(rule.id) was a rule of `\(policy)`"
        case .otherWords(let version): "\(rule.id) was another rule in version \(version)"
        }
      findings.report(
        description, subject, headline, help: "Give the rule an id that was never used.")
    }
  }
}
