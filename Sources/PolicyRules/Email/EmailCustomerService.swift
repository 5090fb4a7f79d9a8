import CommonMark
package import PolicyModel

package enum EmailCustomerService: PolicyRule {
  package static let description = RuleDescription(
    "email-customer-service", .fixed(.warning), "An e-mail sends nobody to Customer Service.",
    why:
      "They can neither see nor change these cases. The reply to the e-mail reaches those who can.",
    failing: SampleLetter.warning(more: " You can also contact Customer Service."),
    passing: SampleLetter.warning(more: " There is no need to contact Customer Service."))

  package static let coversCommon = true

  private static let names = [
    "customer service", "customer support", "customer care", "support team", "help desk",
    "helpdesk", "our support",
  ]

  private static let desks = PhraseTable(names)

  private static let verbs = PhraseTable([
    "contact", "write", "call", "ask", "email", "e-mail", "message", "reach", "speak", "talk",
    "turn to", "get in touch", "go to", "open a ticket",
  ])

  private static let negations = PhraseTable([
    "no ", "not ", "never", "rather", "instead", "without", "cannot", "don't", "don’t", "nobody",
  ])

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    let bytes = subject.text.bytes
    for letter in subject.letters {
      desks.forEachMatch(in: bytes, letter.range) { index, range in
        let before = sentenceStart(bytes, range.lowerBound, letter.range)..<range.lowerBound
        guard verbs.hasMatch(in: bytes, before),
          !negations.hasMatch(in: bytes, before)
        else { return }
        findings.report(
          description, at: range, "“\(names[index])” as the way out",
          help: "Say that a reply to this e-mail reaches the team that handles the case.")
      }
    }
  }

  private static func sentenceStart(_ bytes: [UInt8], _ offset: Int, _ limit: SourceRange) -> Int {
    var start = offset
    while start > limit.lowerBound {
      let byte = bytes[start - 1]
      if byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!") { break }
      if byte == UInt8(ascii: ".") && PhraseTable.isBlank(bytes[start]) { break }
      if byte == 0x0A, start >= 2, bytes[start - 2] == 0x0A { break }
      start -= 1
    }
    return start
  }
}
