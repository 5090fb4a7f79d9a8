package import PolicyModel

package enum TranslationPartMissing: TranslationRule {
  package static let description = RuleDescription(
    "translation-part-missing", .fixed(.error),
    "A translation has every public part that its source has, and its summary.",
    why:
      "Whoever reads only the translation would not know of an exception, or of what can happen.",
    failing: .translation(.frontMatter("# summary: Say that it is advertising.")),
    passing: .translation(.frontMatter("summary: Say that it is advertising.")))

  package static func check(_ subject: TranslationSubject, _ findings: inout FindingCollector) {
    guard let original = subject.original else { return }
    let words = subject.translation.words
    if original.facts.summary != nil, words.facts.summary == nil {
      findings.report(
        description, at: words.facts.id.range, "`summary` is missing, and the source has one",
        help: "Add `summary:` to the front-matter.")
    }
    guard !subject.words.isBroken("section-duplicate") else { return }
    let locale = subject.workspace.targetLocale(subject.translation.locale.value)
    for part in original.parts {
      guard let kind = part.kind, kind.description.audience == .everyone, words.part(kind) == nil
      else { continue }
      let heading =
        locale.map { subject.workspace.heading(of: kind, in: $0) } ?? part.heading.value
      findings.report(
        description, at: words.facts.id.range, "“\(heading)” is missing, and the source has it",
        notes: [.init("The source has it here.", at: original.source.location(part.heading.range))],
        help: "Add it under `## \(heading)`.")
    }
  }
}
