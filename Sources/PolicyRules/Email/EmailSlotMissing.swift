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
      for (row, without) in SlotTable.house.required[letter.kind] ?? [] {
        guard let gap = Gap(row, without, letter) else { continue }
        findings.report(
          description, at: letter.message.range,
          "\(gap.names) missing from “\(letter.kind.title)”, which says \(row.meaning)",
          explanation: row.source == "house"
            ? Gate.performable.demand : "The profile `\(row.source)` asks for it.",
          help: gap.help)
      }
    }
  }

  /// What a slot lacks, and how to fill it.
  private struct Gap {
    /// As it completes "… missing from".
    var names: String
    var help: String

    /// `nil` where the slot is filled.
    init?(_ row: SlotTable.Row, _ without: Set<String>, _ letter: Letter) {
      let variables = row.filling.variables.filter { name in
        !without.contains(name) && letter.bodyUse(of: name) == nil
      }
      if variables.isEmpty, row.filling.words.map(letter.says.contains) ?? true { return nil }
      let words = row.filling.words.flatMap { letter.says.contains($0) ? nil : $0 }
      let tokens = variables.map { "{{\($0)}}" }.joined(separator: ", ")
      let write = variables.isEmpty ? nil : "write \(tokens) into the letter"
      let say = words.map { "say \(LetterWords.demand($0)), and add `\($0)` to **Says:**" }
      var lacking = variables
      switch row.filling {
      case .either:
        guard let write, let say else { return nil }
        help = say + ", or " + write
        lacking = words.map { [$0] } ?? []
      case .variables, .words, .both:
        let steps = [say, write].compactMap { $0 }
        guard !steps.isEmpty else { return nil }
        help = steps.joined(separator: "; ")
        lacking = (words.map { [$0] } ?? []) + variables
      }
      names =
        lacking.map { "`\($0)`" }.joined(separator: ", ")
        + (lacking.count == 1 ? " is" : " are")
      help = help.prefix(1).uppercased() + help.dropFirst() + "."
    }
  }
}
