package import PolicyModel

package enum EmailSlotMissing: PolicyRule {
  package static let description = RuleDescription(
    "email-slot-missing", .atGate(.performable), "An e-mail holds what its action calls for.",
    why: "Whoever is told of an action must learn what happened, which rule it concerns, what it "
      + "means for them, and what they can do.",
    failing: SampleLetter.warning(facts: "We saw it."), passing: SampleLetter.sound)

  package static let coversCommon = true

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    for letter in subject.letters {
      for row in SlotTable.house.rows {
        guard case .required(let without) = row.demand(for: letter.kind),
          let help = help(row, without, letter)
        else { continue }
        findings.report(
          description, at: letter.message.range,
          "\(row.meaning) is missing from “\(letter.kind.title)”",
          explanation: row.source == "house"
            ? Gate.performable.demand : "The profile `\(row.source)` asks for it.",
          help: help)
      }
    }
  }

  /// How to fill the slot; `nil` where it is filled.
  private static func help(
    _ row: SlotTable.Row, _ without: Set<String>, _ letter: Letter
  ) -> String? {
    let missing = row.filling.variables.filter { name in
      !without.contains(name) && letter.bodyUse(of: name) == nil
    }
    let tokens = missing.map { "{{\($0)}}" }.joined(separator: ", ")
    let words = row.filling.words.flatMap { letter.says.contains($0) ? nil : $0 }
    let saying = words.map { "Say \(LetterWords.demand($0)), and add `\($0)` to **Says:**" }
    switch row.filling {
    case .variables: return missing.isEmpty ? nil : "Write \(tokens) into the letter."
    case .words: return saying.map { $0 + "." }
    case .either:
      guard !missing.isEmpty else { return nil }
      return saying.map { $0 + ", or write \(tokens) into the letter." }
    case .both:
      guard let saying else { return missing.isEmpty ? nil : "Write \(tokens) into the letter." }
      return missing.isEmpty ? saying + "." : saying + "; write \(tokens) beside it."
    }
  }
}
