package import PolicyModel
package import PolicyReading

/// Holds translations to the rules. What is wrong with one never touches its source: it is not published,
/// and that is all.
package struct TranslationChecker: Sendable {
  private let context: CheckContext

  package init(context: CheckContext) { self.context = context }

  /// The findings of reading a translation and those of the rules, weighed as the workspace wants them;
  /// in order.
  package func check(_ reading: TranslationReading, source: TranslationSource?) -> [Finding] {
    var findings = FindingCollector(file: reading.source, stage: .iteration)
    if let translation = reading.translation {
      check(translation, source: source, reading.findings, &findings)
    }
    return PolicyChecker.weighed(reading.findings + findings.findings, in: context.workspace)
      .sorted()
  }

  private func check(
    _ translation: Translation, source: TranslationSource?, _ read: [Finding],
    _ findings: inout FindingCollector
  ) {
    let words = PolicySubject(policy: translation.words, context: context, reading: read)
    let subject = TranslationSubject(translation: translation, source: source, words: words)
    for rule in RuleCatalog.translationRules { rule.check(subject, &findings) }
    for rule in RuleCatalog.translatedWords { rule.check(words, &findings) }
  }
}
