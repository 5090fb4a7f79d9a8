import CommonMark
package import PolicyModel

/// What the rules say about `bylaw.yml` itself.
package enum SettingsChecker {
  package static func check(_ workspace: Workspace, in source: SourceFile) -> [Finding] {
    var findings = FindingCollector(file: source)
    for rule in workspace.severities.keys.sorted() {
      let range = workspace.severityRanges[rule] ?? 0..<0
      if RuleCatalog.description(of: rule) == nil {
        findings.report(
          .settingsRuleUnknown, at: range, "`\(rule)` is not the name of a rule",
          help: nearestName(to: rule.name, among: RuleCatalog.names).map {
            "Did you mean `\($0)`?"
          } ?? "Run `bylaw explain` for the list.")
      } else if RuleCatalog.isGuarded(rule) {
        findings.report(
          .settingsRuleGuarded, at: range, "`\(rule)` always weighs the same",
          explanation: "It guards what can be read and published at all.",
          help: "Remove the entry.")
      }
    }
    checkSender(workspace, source, &findings)
    return findings.findings.sorted()
  }

  private static func checkSender(
    _ workspace: Workspace, _ source: SourceFile, _ findings: inout FindingCollector
  ) {
    let from = Array(workspace.emails.from.utf8)
    guard NoReply.phrases.hasMatch(in: from, from.indices) else { return }
    findings.report(
      .settingsNoReply,
      at: source.text.find(workspace.emails.from, in: source.text.bytes.indices)
        ?? 0..<0,
      "A no-reply address as the sender",
      help: "Send from an address whose replies reach the team that handles the case.")
  }
}

extension RuleDescription {
  static let settingsCheckRules: [RuleDescription] = [
    settingsRuleUnknown, settingsRuleGuarded, settingsNoReply,
  ]

  static let settingsRuleUnknown = RuleDescription(
    "settings-rule-unknown", .fixed(.warning), "An entry of `rules` names a rule.",
    why: "An entry with a slip of the pen changes nothing, and nobody notices.",
    failing: .workspace("rules: {policy-sumary-long: warning}"),
    passing: .workspace("rules: {policy-summary-long: warning}"))

  static let settingsRuleGuarded = RuleDescription(
    "settings-rule-guarded", .fixed(.warning), "What guards publication always weighs the same.",
    why: "A file that cannot be read, or whose keys are wrong, says nothing reliable in any "
      + "workspace.",
    failing: .workspace("rules: {key-unknown: off}"), passing: .workspace("rules: {}"))

  static let settingsNoReply = RuleDescription(
    "settings-no-reply", .fixed(.warning), "E-mails come from an address that takes replies.",
    why: "A reply is the way to contest a decision; it must reach the team that made it.",
    failing: .workspace("emails: {from: \"Example <no-reply@example.com>\"}"),
    passing: .workspace("emails: {from: \"Example <trust@example.com>\"}"))
}
