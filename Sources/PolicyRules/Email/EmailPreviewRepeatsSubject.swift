import CommonMark
package import PolicyModel

package enum EmailPreviewRepeatsSubject: PolicyRule {
  package static let description = RuleDescription(
    "email-preview-repeats-subject", .fixed(.warning), "A preview adds to the subject.",
    why: "The two stand side by side: said twice, the second line is lost.",
    failing: SampleLetter.warning(
      subject: "A warning about advertising in your posts",
      preview: "A warning about advertising in your posts"),
    passing: SampleLetter.sound)

  package static let coversCommon = true

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    for letter in subject.letters {
      guard let header = letter.message.subject?.value.plainText.lowercased(),
        let preview = letter.message.preview, !header.isEmpty,
        preview.value.plainText.lowercased().hasPrefix(header)
      else { continue }
      findings.report(
        description, at: preview.range, "The preview repeats the subject",
        help: "Say what the subject leaves open.")
    }
  }
}
