import CommonMark
package import PolicyModel

package enum TranslationExamplesDiffer: TranslationRule {
  package static let description = RuleDescription(
    "translation-examples-differ", .fixed(.error),
    "The examples of a translation are those of its source: as many, with the same verdicts and rules.",
    why: "An example is read as the rule itself. Two languages with two verdicts are two rules.",
    failing: .translation(examples(first: "allowed | SAM-1")),
    passing: .translation(examples(first: "not allowed | SAM-1")))

  private static func examples(first: String) -> RuleDescription.Example {
    .part(
      """
      ## Examples

      | Example | Verdict | Rule | Why |
      |---|---|---|---|
      | “Write to me for your taxes!” under a question about tax. | \(first) | Nobody asked. |
      | “This one is the best.” The author is paid for it. | not allowed | SAM-2 | It is hidden. |
      | “You asked for a tax adviser. I am one.” | allowed | – | It was asked for. |
      """)
  }

  package static func check(_ subject: TranslationSubject, _ findings: inout FindingCollector) {
    guard let original = subject.original, let part = subject.translation.words.part(.examples),
      !subject.words.isBroken("verdict-unknown", "table-missing", "table-columns")
    else { return }
    let examples = subject.translation.words.examples
    guard examples.count == original.examples.count else {
      findings.report(
        description, at: part.heading.range,
        "\(examples.count) \(examples.count == 1 ? "example" : "examples"), where the source has "
          + "\(original.examples.count)",
        help: "Translate each row of the source, in its order.")
      return
    }
    for (example, other) in zip(examples, original.examples) {
      let isSame =
        example.verdict == other.verdict && example.rule?.value == other.rule?.value
      guard !isSame else { continue }
      findings.report(
        description, at: example.range,
        "This example is \(words(example)), and in the source \(words(other))",
        notes: [.init("The source has it here.", at: original.source.location(other.range))],
        help: "Translate each row of the source, in its order.")
    }
  }

  private static func words(_ example: Policy.Example) -> String {
    "“\(example.verdict.rawValue)”" + (example.rule.map { " under `\($0.value)`" } ?? "")
  }
}
