package import PolicyModel
import PolicyProjection

package enum SettingsUnreadable: HistoryRule {
  package static let description = RuleDescription(
    "settings-unreadable", .fixed(.error),
    "Before each landing there is a `bylaw.yml` that can be read.",
    why: "A landing is judged by the settings before it. Without them nobody knows whose approval "
      + "it needed, so it has none.",
    failing: .landings("One landing breaks `bylaw.yml`. The next one changes a policy."),
    passing: .landings("One landing breaks `bylaw.yml`. The next one mends it, and nothing else."))

  package static func check(_ subject: HistorySubject, _ findings: inout HistoryFindings) {
    let judgement = subject.judgement
    guard judgement.lacksSettings, !judgement.isBeginning,
      subject.landing.first?.policy == judgement.policy
    else { return }
    findings.report(
      description, subject, "There was no `bylaw.yml` to judge this landing by",
      explanation: "It approves nothing, and no gate was judged.",
      notes: subject.landing.map { "It touches `\($0.policy)`." },
      help: "Mend `bylaw.yml` in a landing of its own, then land the policies again.")
  }
}
