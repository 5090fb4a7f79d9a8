package import PolicyModel

package enum TranslationSourceMissing: TranslationRule {
  package static let description = RuleDescription(
    "translation-source-missing", .fixed(.error),
    "A translation says from which words it was made.",
    why:
      "When the policy changes, its readers in another language must be told that theirs has not.",
    failing: .translation(.frontMatter("# source: {}")),
    passing: .translation(.frontMatter("title: Unwanted advertising")))

  package static func check(_ subject: TranslationSubject, _ findings: inout FindingCollector) {
    guard let source = subject.source else { return }
    let translation = subject.translation
    let missing = Scope.translated(of: translation.id).filter { translation.origin[$0] == nil }
    guard !missing.isEmpty else { return }
    let names = missing.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    findings.report(
      description, at: translation.originRange ?? subject.facts.id.range,
      translation.originRange == nil
        ? "`source` is missing from the front-matter of a translation"
        : "\(names) \(missing.count == 1 ? "is" : "are") missing from `source`",
      help: "If it was made from the words as they stand, write: source: \(source.line)")
  }
}
