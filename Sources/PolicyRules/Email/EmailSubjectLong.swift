package import PolicyModel

package enum EmailSubjectLong: PolicyRule {
  static let maximum = 60

  package static let description = RuleDescription(
    "email-subject-long", .fixed(.warning),
    "A subject has at most \(maximum) characters, each token counted by its sample.",
    why: "Telephones and lists of mail cut off the rest.",
    failing: SampleLetter.warning(
      subject: "A warning about what you posted under several questions in the last few weeks"),
    passing: SampleLetter.sound)

  package static let coversCommon = true

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    for letter in subject.letters {
      guard let header = letter.message.subject else { continue }
      let variables = subject.workspace.emails.variables
      let count = letter.message.sample(of: header.value, variables).count
      guard count > maximum else { continue }
      findings.report(
        description, at: header.range,
        "A subject of \(count) characters, where \(maximum) are shown",
        explanation: letter.uses.contains { $0.place == .subject }
          ? "Each token counts as long as its sample in bylaw.yml." : nil,
        help: "Shorten it.")
    }
  }
}
