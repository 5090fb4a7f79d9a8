package import PolicyModel

package enum EmailSubjectMissing: PolicyRule {
  package static let description = RuleDescription(
    "email-subject-missing", .atGate(.performable), "An e-mail has a subject.",
    why: "Without one it looks like spam, and is filed as such.",
    failing: SampleLetter.without("- **Subject:**"), passing: SampleLetter.sound)

  package static let coversCommon = true

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    for letter in subject.letters where (letter.message.subject?.value ?? []).isEmpty {
      guard !subject.isBroken("email-header-unknown") else { return }
      findings.report(
        description, at: letter.message.range, "A subject is missing from “\(letter.kind.title)”",
        help: "Begin the letter with - **Subject:** and the words.")
    }
  }
}
