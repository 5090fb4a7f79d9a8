package import PolicyModel

package enum TranslationPolicyUnknown: TranslationRule {
  package static let description = RuleDescription(
    "translation-policy-unknown", .fixed(.error), "A translation is of a policy that there is.",
    why: "Without its source nobody can say whether the words are still true.",
    failing: .translation(.frontMatter("id: unwanted-advertisement")),
    passing: .translation(.frontMatter("id: unwanted-advertising")))

  package static func check(_ subject: TranslationSubject, _ findings: inout FindingCollector) {
    let id = subject.facts.id
    let index = subject.words.context.index
    guard subject.source == nil, !index.contains(id.value) else { return }
    findings.report(
      description, at: id.range, "`\(id.value)` is not a policy",
      help: index.nearest(to: id.value).map { "Did you mean `\($0)`?" }
        ?? "Name the policy that it translates, or remove the file.")
  }
}
