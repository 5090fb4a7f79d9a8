package import PolicyModel

/// An estimate from above: what the letter weighs once every variable is as long as it can be.
package enum EmailTooLarge: PolicyRule {
  static let maximum = 100_000
  /// The table layout, the style for dark mode, header and footer.
  private static let frame = 14_000
  /// The tags and inline styles of one block.
  private static let block = 240

  package static let description = RuleDescription(
    "email-too-large", .fixed(.error), "An e-mail is smaller than 100 kB.",
    why: "Large mail services cut off what is beyond, and with it the words on how to contest.",
    passing: SampleLetter.sound)

  package static let coversCommon = true

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    for letter in subject.letters {
      let size = estimate(letter, subject.workspace.emails.variables)
      guard size >= maximum else { continue }
      findings.report(
        description, at: letter.message.range,
        "“\(letter.kind.title)” can grow to about \(size / 1000) kB, where 100 kB are delivered",
        explanation: "Every variable is counted with its `max` in bylaw.yml.",
        help: "Shorten the letter, or lower the `max` of its variables.")
    }
  }

  static func estimate(_ letter: Letter, _ variables: [String: Variable]) -> Int {
    let values = letter.uses.reduce(0) { sum, use in
      let variable = variables[use.name]
      return sum + (variable?.maximum ?? max(variable?.sample.utf8.count ?? 0, 100))
    }
    // Characters of other scripts and escapes need more than one byte each.
    return frame + letter.range.count * 5 / 4 + letter.blockCount * block + values * 3 / 2
  }
}
