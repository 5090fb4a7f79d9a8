import CommonMark
package import PolicyModel

package enum TranslationEmailSays: TranslationRule {
  package static let description = RuleDescription(
    "translation-email-says", .fixed(.error),
    "An e-mail declares the same words in every language.",
    why:
      "What stands under `Says` is what the letter promises: that the account stays active, that a "
      + "reply reaches the team.",
    failing: .translation(
      .message(SoundSample.warning.replacing("stays-active, reply, contest", with: "reply"))),
    passing: .translation(.message(SoundSample.warning)))

  package static func check(_ subject: TranslationSubject, _ findings: inout FindingCollector) {
    guard let original = subject.original else { return }
    for message in subject.translation.words.messages {
      guard let other = original.message(message.kind) else { continue }
      let own = Set(message.says.map(\.value))
      let wanted = Set(other.says.map(\.value))
      guard own != wanted else { continue }
      let line = other.says.map(\.value).joined(separator: ", ")
      findings.report(
        description, at: message.says.first?.range ?? message.range,
        "`Says` of “\(message.kind.title)” is not that of the source",
        help: wanted.isEmpty ? "Remove it." : "Say it in the text, and write **Says:** \(line).")
    }
  }
}
