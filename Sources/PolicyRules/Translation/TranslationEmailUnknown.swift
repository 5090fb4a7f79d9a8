import CommonMark
package import PolicyModel

package enum TranslationEmailUnknown: TranslationRule {
  package static let description = RuleDescription(
    "translation-email-unknown", .fixed(.error),
    "A translation has no e-mail that its source lacks.",
    why: "It would be sent in one language and in no other, and nobody has approved what it says.",
    failing: .translation(
      .message(
        "### Appeal granted\n\n- **Subject:** We were wrong\n\nHello {{customer.first_name}}.")),
    passing: .translation(.message(SoundSample.warning)))

  package static func check(_ subject: TranslationSubject, _ findings: inout FindingCollector) {
    guard let original = subject.original else { return }
    for message in subject.translation.words.messages where original.message(message.kind) == nil {
      findings.report(
        description, at: message.range, "“\(message.kind.title)” is no e-mail of the source",
        help: "Remove it, or add it to \(original.source.path).")
    }
  }
}
