import CommonMark
package import PolicyModel

package enum CalibrationVerdictContradiction: PolicyRule {
  package static let description = RuleDescription(
    "calibration-verdict-contradiction", .fixed(.error),
    "A case that is allowed has neither severity nor action.",
    why: "Nothing follows from what is allowed.",
    failing: SampleCases.part(
      "| A link, asked for. | allowed | – | – | Warning | They were asked. |", SampleCases.once),
    passing: SampleCases.sound)

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    for item in subject.policy.calibration where item.verdict == .allowed {
      if let severity = item.severity {
        report("a severity", severity.range, &findings)
      } else if let action = item.action, action.value != .same {
        report("an action", action.range, &findings)
      }
    }
  }

  private static func report(
    _ what: String, _ range: SourceRange, _ findings: inout FindingCollector
  ) {
    findings.report(
      description, at: range, "A case that is allowed has \(what)",
      help: "Write –, or change the verdict.")
  }
}
