import CommonMark
package import PolicyModel

/// Looks for traces of the declared words. Only English is known well enough to say that they lack.
package enum EmailSaysUnfounded: PolicyRule {
  package static let description = RuleDescription(
    "email-says-unfounded", .fixed(.warning), "A letter says what it declares under `Says`.",
    why: "The declaration stands in for the words; without them the customer is told nothing.",
    failing: SampleLetter.warning(says: "stays-active, reply, contest")
      .replacing("Your account stays active.", with: "Please read this.")
      .replacing("Your account stays active", with: "We opened a case for you"),
    passing: SampleLetter.sound)

  package static let coversCommon = true

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    guard subject.workspace.sourceLocale.tag.hasPrefix("en") else { return }
    for letter in subject.letters {
      let start = letter.message.says.last?.range.upperBound ?? letter.range.lowerBound
      for word in letter.message.says {
        guard let traces = LetterWords.traces[word.value],
          !traces.hasMatch(in: subject.text.bytes, start..<letter.range.upperBound)
        else { continue }
        findings.report(
          description, at: word.range, "`\(word.value)` is declared, and no words say it",
          help: "Say \(LetterWords.demand(word.value)), or take the word out of Says.")
      }
    }
  }
}

extension RuleDescription.Example {
  /// The same letter with other words.
  fileprivate func replacing(_ words: String, with others: String) -> Self {
    .message(
      others.isEmpty
        ? text
        : text.split(separator: words, omittingEmptySubsequences: false)
          .joined(separator: others))
  }
}
