package import PolicyModel

package enum EmailPreviewLength: PolicyRule {
  static let range = 40...90

  package static let description = RuleDescription(
    "email-preview-length", .fixed(.warning),
    "A preview has 40 to 90 characters, each token counted by its sample.",
    why: "It stands beside the subject in a list of mail: shorter, and the list fills it up with "
      + "what comes next; longer, and it is cut off.",
    failing: SampleLetter.warning(preview: "Please read."), passing: SampleLetter.sound)

  package static let coversCommon = true

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    for letter in subject.letters {
      guard let header = letter.message.preview else {
        findings.report(
          description, at: letter.message.range,
          "A preview is missing from “\(letter.kind.title)”",
          help: "Add - **Preview:** with 40 to 90 characters below the subject.")
        continue
      }
      let variables = subject.workspace.emails.variables
      let count = letter.message.sample(of: header.value, variables).count
      guard !range.contains(count) else { continue }
      findings.report(
        description, at: header.range, "A preview of \(count) characters, where 40 to 90 are shown",
        explanation: letter.uses.contains { $0.place == .preview }
          ? "Each token counts as long as its sample in bylaw.yml." : nil,
        help: count < range.lowerBound ? "Say what the letter asks for." : "Shorten it.")
    }
  }
}
