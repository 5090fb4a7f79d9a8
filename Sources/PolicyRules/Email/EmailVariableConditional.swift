package import PolicyModel

package enum EmailVariableConditional: PolicyRule {
  package static let description = RuleDescription(
    "email-variable-conditional", .fixed(.error), "What an e-mail must say, it says in every case.",
    why: "Inside a condition, some customers would not be told.",
    failing: SampleLetter.warning(
      facts: "{{#case.facts}}\n\nOn {{case.opened_at}} we opened a case. {{case.facts}}\n\n"
        + "{{/case.facts}}\n\n"),
    passing: SampleLetter.sound)

  package static let coversCommon = true

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    for letter in subject.letters where !letter.conditions.isEmpty {
      for (row, without) in SlotTable.house.required[letter.kind] ?? [] {
        if case .either(let words, _) = row.filling, letter.says.contains(words) { continue }
        for name in row.filling.variables where !without.contains(name) {
          guard let use = letter.bodyUse(of: name), use.isConditional else { continue }
          findings.report(
            description, at: use.range,
            "`{{\(name)}}` stands only inside a condition, and “\(letter.kind.title)” needs it",
            help: "Move it out of the section.")
        }
      }
    }
  }
}
