import CommonMark
package import PolicyModel

package enum HTMLRaw: PolicyRule {
  package static let description = RuleDescription(
    "html-raw", .fixed(.warning), "A text holds no raw HTML.",
    why: "It is never shown: what is written that way is lost. Comments are meant to be.",
    failing: .part("## What's allowed\n\n- Naming <b>what you do</b> in your own profile."),
    passing: .part("## What's allowed\n\n- Naming **what you do** in your own profile."))

  package static let coversCommon = true

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    var last = -1
    for html in subject.references.html
    where html.range.lowerBound != last && !isComment(html.range, in: subject.text) {
      last = html.range.lowerBound
      findings.report(
        description,
        at: subject.text.find("<", in: html.range).map { $0.lowerBound..<html.range.upperBound }
          ?? html.range,
        "Raw HTML is never shown", help: "Write it as Markdown, or leave it out.")
    }
  }

  private static func isComment(_ range: SourceRange, in text: SourceText) -> Bool {
    // cmark-gfm does not say where a block of HTML ends, so its range may be empty.
    let place = range.lowerBound..<max(range.upperBound, range.lowerBound + 8)
    guard let start = text.find("<", in: place)?.lowerBound else { return false }
    return text.string(start..<start + 4) == "<!--"
  }
}
