package import PolicyModel

package enum TranslationLocaleUnknown: TranslationRule {
  package static let description = RuleDescription(
    "translation-locale-unknown", .fixed(.error),
    "The language of a translation is one of `locales`, and not the first.",
    why: "No site has pages in it, so nobody would ever read the translation.",
    failing: .translation(.frontMatter("locale: fr")),
    passing: .translation(.frontMatter("locale: en-GB")))

  package static func check(_ subject: TranslationSubject, _ findings: inout FindingCollector) {
    let locale = subject.translation.locale
    let workspace = subject.workspace
    guard workspace.targetLocale(locale.value) == nil else { return }
    let isSource = workspace.sourceLocale.tag == locale.value
    findings.report(
      description, at: locale.range,
      isSource
        ? "`\(locale.value)` is the language of the policies themselves"
        : "`\(locale.value)` is not among `locales` in bylaw.yml",
      help: isSource
        ? "Name the language of the translation."
        : nearestName(to: locale.value, among: workspace.targetLocales.map(\.tag)).map {
          "Did you mean `\($0)`?"
        } ?? "Add it there, with the groups that approve translations.")
  }
}
