package import PolicyModel

package enum EmailSlotRefused: PolicyRule {
  package static let description = RuleDescription(
    "email-slot-refused", .fixed(.error), "An e-mail holds nothing that belongs to another action.",
    why: "A restriction with an end date is a timed restriction; a block with steps to lift it is "
      + "none. The letter would promise what does not happen.",
    failing: SampleLetter.warning(more: " It ends on {{action.ends_at}}."),
    passing: SampleLetter.sound)

  package static let coversCommon = true

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    for letter in subject.letters {
      for row in SlotTable.house.refused[letter.kind] ?? [] {
        for name in row.filling.variables {
          for use in letter.uses where use.name == name {
            findings.report(
              description, at: use.range,
              "`{{\(name)}}` does not belong into “\(letter.kind.title)”",
              explanation: "It says \(row.meaning): that is part of another action.",
              help: "Remove it.")
          }
        }
        for word in letter.message.says where word.value == row.filling.words {
          findings.report(
            description, at: word.range,
            "`\(word.value)` does not belong into “\(letter.kind.title)”",
            explanation: "It says \(row.meaning): after this action that is not true.",
            help: "Remove it, and the words that say so.")
        }
      }
    }
  }
}
