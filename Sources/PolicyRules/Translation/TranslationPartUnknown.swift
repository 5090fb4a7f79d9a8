package import PolicyModel

package enum TranslationPartUnknown: TranslationRule {
  package static let description = RuleDescription(
    "translation-part-unknown", .fixed(.error),
    "A translation has only the public parts of its source, and its e-mails.",
    why: "What one language says and another does not is a rule that nobody has approved.",
    failing: .translation(.part("## If you see this\n\nTell us, and say whom you saw.")),
    passing: .translation(
      .part("## Exceptions\n\n- The group “Offers” exists for advertising.")))

  package static func check(_ subject: TranslationSubject, _ findings: inout FindingCollector) {
    for part in subject.translation.words.parts {
      guard let kind = part.kind, kind != .emails else { continue }
      if kind.description.audience == .moderators {
        findings.report(
          description, at: part.heading.range, "“\(part.heading.value)” is not for the public",
          help: "Remove it: moderators work with the source.")
      } else if let original = subject.original, original.part(kind) == nil {
        findings.report(
          description, at: part.heading.range, "“\(part.heading.value)” is not in the source",
          help: original.id == "common"
            ? "Remove it, or add it to policies/common.md."
            : "Remove it, or add it to \(original.source.path). What the policy inherits from "
              + "common.md is translated there.")
      }
    }
  }
}
