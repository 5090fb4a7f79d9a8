package import PolicyModel

package enum TranslationRulesDiffer: TranslationRule {
  package static let description = RuleDescription(
    "translation-rules-differ", .fixed(.error),
    "A translation has exactly the rules of its source, in their order.",
    why: "An e-mail cites a rule by its id. Whoever looks it up must find it in their language.",
    failing: .translation(
      .part("## What's not allowed\n\n- **SAM-1** Advertising where nobody asked for it.")),
    passing: .translation(
      .part(
        "## What's not allowed\n\n- **SAM-1** Advertising where nobody asked for it.\n"
          + "- **SAM-2** Hiding that a post is advertising.")))

  package static func check(_ subject: TranslationSubject, _ findings: inout FindingCollector) {
    guard let original = subject.original,
      let part = subject.translation.words.part(.notAllowed),
      !subject.words.isBroken("rule-id-missing", "list-missing", "rule-id-duplicate")
    else { return }
    let rules = subject.translation.words.rules
    let ids = original.rules.map(\.id.value)
    for rule in rules where !ids.contains(rule.id.value) {
      findings.report(
        description, at: rule.id.range, "`\(rule.id.value)` is not a rule of the source",
        help: nearestName(to: rule.id.value, among: ids).map { "Did you mean `\($0)`?" }
          ?? "Remove it.")
    }
    for rule in original.rules where !rules.contains(where: { $0.id.value == rule.id.value }) {
      findings.report(
        description, at: part.heading.range, "`\(rule.id.value)` is not translated",
        notes: [.init("The source has it here.", at: original.source.location(rule.id.range))],
        help: "Add it under “\(part.heading.value)”.")
    }
    let common = rules.filter { ids.contains($0.id.value) }
    for (rule, id) in zip(common, ids) where rule.id.value != id && common.count == ids.count {
      findings.report(
        description, at: rule.id.range,
        "`\(rule.id.value)` stands where the source has `\(id)`",
        help: "Keep the order of the source.")
      return
    }
  }
}
