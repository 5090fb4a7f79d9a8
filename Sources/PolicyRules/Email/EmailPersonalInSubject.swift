package import PolicyModel

package enum EmailPersonalInSubject: PolicyRule {
  package static let description = RuleDescription(
    "email-personal-in-subject", .fixed(.error), "Subject and preview hold no personal data.",
    why: "They are shown on locked screens, and kept in logs by every system on the way.",
    failing: SampleLetter.warning(subject: "A warning for {{customer.first_name}}"),
    passing: SampleLetter.sound)

  package static let coversCommon = true

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    for letter in subject.letters {
      for use in letter.uses where use.place != .body {
        guard subject.workspace.emails.variables[use.name]?.isPersonal == true else { continue }
        findings.report(
          description, at: use.range,
          "`{{\(use.name)}}` is personal data in the "
            + (use.place == .subject ? "subject" : "preview"),
          help: "Move it into the letter.")
      }
    }
  }
}
