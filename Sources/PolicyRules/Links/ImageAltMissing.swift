import CommonMark
package import PolicyModel

package enum ImageAltMissing: PolicyRule {
  package static let description = RuleDescription(
    "image-alt-missing", .fixed(.warning), "An image has words in its place.",
    why: "Some readers hear the page, and for some the image does not load.",
    failing: .part("## What's allowed\n\n- A banner such as ![](/assets/banner.png)."),
    passing: .part(
      "## What's allowed\n\n- A banner such as ![three words on blue](/assets/banner.png)."
    ))

  package static let coversCommon = true

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    for reference in subject.references.links {
      guard let alternative = reference.alternative, alternative.allSatisfy(\.isWhitespace) else {
        continue
      }
      findings.report(
        description, at: subject.text.locate("![", in: reference.range),
        "Words are missing in place of an image",
        help: "Write what it shows between the brackets: ![words](address).")
    }
  }
}
