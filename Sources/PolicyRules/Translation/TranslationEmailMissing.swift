import CommonMark
package import PolicyModel

package enum TranslationEmailMissing: TranslationRule {
  package static let description = RuleDescription(
    "translation-email-missing", .fixed(.warning),
    "A translation has every e-mail that its source has.",
    why: "Whoever reads the rule in their language would get the letter in another one.",
    failing: .translation(
      .part("## E-mails\n\n" + SoundSample.warning)),
    passing: .translation(.frontMatter("title: Unwanted advertising")))

  package static func check(_ subject: TranslationSubject, _ findings: inout FindingCollector) {
    guard let original = subject.original, !subject.words.isBroken("email-heading-unknown") else {
      return
    }
    for message in original.messages where subject.translation.words.message(message.kind) == nil {
      findings.report(
        description, at: subject.emailsRange, "“\(message.kind.title)” is not translated",
        notes: [.init("The source has it here.", at: original.source.location(message.range))],
        help: "Add it under `### \(message.kind.title)`: the heading stays as it is.")
    }
  }
}
