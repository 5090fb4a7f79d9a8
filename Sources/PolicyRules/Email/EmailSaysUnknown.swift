package import PolicyModel

package enum EmailSaysUnknown: PolicyRule {
  package static let description = RuleDescription(
    "email-says-unknown", .fixed(.error), "What a letter declares under `Says` is known.",
    why: "Reviewers sign that the letter says so. A name with a slip of the pen declares nothing.",
    failing: SampleLetter.warning(says: "stays-active, reply, contests"),
    passing: SampleLetter.sound)

  package static let coversCommon = true

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    for letter in subject.letters {
      for word in letter.message.says where !LetterWords.known.contains(word.value) {
        findings.report(
          description, at: word.range, "`\(word.value)` is not something that a letter declares",
          help: nearestName(to: word.value, among: LetterWords.known).map {
            "Did you mean `\($0)`?"
          }
            ?? "Known: \(LetterWords.known.joined(separator: ", ")).")
      }
    }
  }
}
