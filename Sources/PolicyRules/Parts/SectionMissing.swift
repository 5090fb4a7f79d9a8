package import PolicyModel

/// The parts that a policy can inherit from `common.md` are asked for by no gate.
package enum SectionMissing: PolicyRule {
  package static let description = RuleDescription(
    "section-missing", .atGateOfPart, "A part is there once a gate asks for it.",
    why: "Each part answers a question that somebody will have: what is allowed, what can happen, "
      + "how to decide a case.",
    failing: .part("## What is fine\n\n- Naming what you do in your own profile."),
    passing: .part("## What's allowed\n\n- Naming what you do in your own profile."))

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    for part in PartKind.descriptions {
      guard let gate = part.gate, subject.policy.part(part.kind) == nil,
        part.kind != .emails
          || subject.actions.contains(where: { !subject.hasMessage(.action($0)) })
      else { continue }
      let moderators = part.level == 3 ? subject.policy.part(.moderators) : nil
      findings.report(
        description, at: moderators?.heading.range ?? subject.stageRange,
        "“\(subject.workspace.heading(of: part.kind))” is missing", explanation: gate.demand,
        help: help(part, subject), gate: gate)
    }
  }

  private static func help(_ part: PartKind.Description, _ subject: PolicySubject) -> String {
    let marks = String(repeating: "#", count: part.level)
    let heading = "Add the heading `\(marks) \(subject.workspace.heading(of: part.kind))`"
    guard part.level == 3 else { return heading + " and write what belongs below it." }
    return heading + " below `## \(subject.workspace.heading(of: .moderators))`."
  }
}
