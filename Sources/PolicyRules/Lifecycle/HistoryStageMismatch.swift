package import PolicyModel

package enum HistoryStageMismatch: PolicyRule {
  package static let description = RuleDescription(
    "history-stage-mismatch", .fixed(.error), "`stage` is the last step of `history`.",
    why: "People read the stage, the tool follows the history: they must say the same.",
    failing: .frontMatter("stage: implementation"), passing: .frontMatter("stage: iteration"))

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    guard let stage = subject.facts.stage, let last = subject.facts.history.last,
      stage.value != last.stage
    else { return }
    findings.report(
      description, at: stage.range,
      "`\(stage.value.rawValue)` is not the last step of `history`, which is "
        + "`\(last.stage.rawValue)`",
      notes: [.init("The last step is here.", at: subject.location(last.range))],
      help: "Let `stage` say what the last step of `history` says.")
  }
}
