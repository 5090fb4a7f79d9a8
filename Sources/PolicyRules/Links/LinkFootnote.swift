import CommonMark
package import PolicyModel

package enum LinkFootnote: PolicyRule {
  package static let description = RuleDescription(
    "link-footnote", .fixed(.warning), "A text has no footnotes.",
    why: "Markdown here knows none: readers would see the brackets, and the note nowhere.",
    failing: .part("## What's allowed\n\n- Asking a price.[^1]\n\n[^1]: In writing."),
    passing: .part("## What's allowed\n\n- Asking a price, in writing."))

  package static let coversCommon = true

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    var labels: Set<String> = []
    for part in subject.policy.parts {
      for mark in marks(in: part.range, subject.text) {
        let label = subject.text.string(mark)
        guard labels.insert(label).inserted else { continue }
        findings.report(
          description, at: mark, "`\(label)` is shown as it stands: there are no footnotes",
          help: "Write the note into the text.")
      }
    }
  }

  /// Where `[^label]` stands, outside code.
  private static func marks(in range: SourceRange, _ text: SourceText) -> [SourceRange] {
    var marks: [SourceRange] = []
    var rest = range.clamped(to: 0..<text.bytes.count)
    while let start = text.find("[^", in: rest) {
      rest = start.upperBound..<rest.upperBound
      let label = text.bytes[rest].prefix(40).prefix { !" \t\r\n[]`\\".utf8.contains($0) }
      guard !label.isEmpty, label.endIndex < rest.upperBound,
        text.bytes[label.endIndex] == UInt8(ascii: "]"), !isCode(start.lowerBound, text)
      else { continue }
      marks.append(start.lowerBound..<label.endIndex + 1)
    }
    return marks
  }

  /// Whether an odd number of backticks stands before it on its line.
  private static func isCode(_ offset: Int, _ text: SourceText) -> Bool {
    let line = text.lineRange(text.lineIndex(of: offset))
    return text.bytes[line.lowerBound..<offset].count { $0 == UInt8(ascii: "`") } % 2 == 1
  }
}
