import CommonMark
package import PolicyModel

/// Words that tell people not to answer.
enum NoReply {
  static let phrases = PhraseTable(words)

  static let words = [
    "no-reply", "noreply", "do-not-reply", "donotreply", "do not reply", "don't reply",
    "don’t reply", "cannot be replied", "unmonitored", "not monitored", "replies are not read",
  ]
}

package enum EmailNoReply: PolicyRule {
  package static let description = RuleDescription(
    "email-no-reply", .fixed(.error), "An e-mail can be answered.",
    why: "The reply is the way to contest a decision; it must reach the team that made it.",
    failing: SampleLetter.warning(more: " Please do not reply to this message."),
    passing: SampleLetter.sound)

  package static let coversCommon = true

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    for letter in subject.letters {
      NoReply.phrases.forEachMatch(in: subject.text.bytes, letter.range) { index, range in
        findings.report(
          description, at: range, "“\(NoReply.words[index])” keeps people from answering",
          help: "Say that a reply reaches the team that handles the case.")
      }
    }
  }
}
