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
    guard !subject.passed.isEmpty else { return }
    let notes = subject.passed.map { passed in
      let scope = "`\(passed.scope.rawValue)`"
      return passed.reviewer.map { "\($0) approved \(scope) for \(passed.group) only there." }
        ?? "\(passed.group) was not asked about \(scope)."
    }
    findings.report(
      description, subject,
      "`\(subject.judgement.policy)` was approved by settings that stood only for a while",
      explanation: "The settings before and those after would not have let it through.",
      notes: notes,
      help: "Ask the groups again, or say why it was so in `lifecycle.acknowledged`.")
  }
}
