import CommonMark
package import PolicyModel

package enum EmailExclamation: PolicyRule {
  package static let description = RuleDescription(
    "email-exclamation", .fixed(.advice), "An e-mail does not raise its voice.",
    why: "An exclamation mark scolds, or it cheers. Neither helps a person who is in trouble.",
    failing: SampleLetter.warning(more: " Please read the rule!"), passing: SampleLetter.sound)

  package static let coversCommon = true

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    let bytes = subject.text.bytes
    for letter in subject.letters {
      for offset in letter.range where bytes[offset] == UInt8(ascii: "!") {
        guard endsSentence(bytes, offset, letter.range) else { continue }
        findings.report(
          description, at: offset..<offset + 1, "An exclamation mark in “\(letter.kind.title)”",
          help: "Write a full stop.")
      }
    }
  }

  /// Behind a word, and before a blank, a quotation mark or the end: no image, and no `!=`.
  private static func endsSentence(_ bytes: [UInt8], _ offset: Int, _ range: SourceRange) -> Bool {
    guard offset > range.lowerBound, PhraseTable.isWord(PhraseTable.folded(bytes[offset - 1]))
    else { return false }
    guard offset + 1 < range.upperBound else { return true }
    let next = bytes[offset + 1]
    return PhraseTable.isBlank(next) || next >= 0x80 || "\"')*_".utf8.contains(next)
  }
}
