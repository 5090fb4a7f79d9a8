package import PolicyModel
import PolicyProjection

package enum SettingsPassing: HistoryRule {
  package static let description = RuleDescription(
    "settings-passing", .fixed(.warning), "Words are approved by settings that stay.",
    why:
      "Settings that come before a landing and go after it let through what nobody else would have. "
      + "Somebody should look at the words again.",
    failing: .landings(
      "A landing takes Legal off a gate, the next one releases a policy, and the one after puts "
        + "Legal back."),
    passing: .landings("A landing takes Legal off a gate, and Legal stays off it."))

  package static func check(_ subject: HistorySubject, _ findings: inout HistoryFindings) {
    guard subject.isJudgedInPassing, subject.judgement.becameCandidate else { return }
    let scopes = subject.judgement.scopes.filter { verdict in
      switch verdict.ground {
      case .groups, .nobodyAsked, .urgent: true
      case .unchangedSince, .enforcedSince, nil: false
      }
    }
    guard !scopes.isEmpty else { return }
    findings.report(
      description, subject,
      "`\(subject.judgement.policy)` was approved by settings that stood only for a while",
      explanation: "Those before this landing were put back after it.",
      notes: ["Approved by them: \(scopes.map(\.scope.rawValue).joined(separator: ", "))."],
      help: "Ask the groups again, or say why it was so in `lifecycle.acknowledged`.")
  }
}
