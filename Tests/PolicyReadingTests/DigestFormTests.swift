import CommonMark
import PolicyModel
import PolicyReading
import Testing

@Suite struct `A digest` {
  /// Another value voids every approval that was ever given: change the version of the form, and
  /// these, for no less than a fault.
  private static let golden: [Scope: String] = [
    .policy: "sha256:c6b7bb265430dfab4bd33e936da143701ef515754532abc6f11330a2ad5ea953",
    .article: "sha256:4690bd67d9df0e39bba3df02191a9549717a3dad4f7622df59263c18c68138fb",
    .workflow: "sha256:13789238a6ea82dbdb1458547ba21ef8e94ec1b51b0dcd5ec2edf1aac24407d9",
    .emails: "sha256:6e1fec93d9c1348d29c21aa5be2c378ac82ef17efe8efa84dfad93b55f5c7919",
    .release: "sha256:4ad3bc1bf01a847b0ce3feba253182b4c9544320d1aef1f8f832920232eb7a37",
    .retire: "sha256:330af813cf29f022848496dc688bff4d4a3272150337dd7b88a1396e1edd36eb",
  ]

  @Test(arguments: Scope.allCases)
  func `has the value that it always had`(scope: Scope) throws {
    let digest = try #require(DigestSample().digests[scope])
    #expect(digest.description == Self.golden[scope])
  }

  /// Two ways to write one thing.
  @Test(
    arguments: [
      ("One two\nthree.", "One\ntwo three."), ("- a\n- b", "* a\n* b"), ("- a\n- b", "+ a\n+ b"),
      ("1. a\n2. b", "1. a\n1. b"), ("*a* **b**", "_a_ __b__"), ("a", "a   "),
      ("```swift\nx\n```", "~~~ swift\nx\n~~~"), ("    x", "```\nx\n```"),
      ("<https://a.example>", "[https://a.example](https://a.example)"),
      ("[a](b)", "[a][r]\n\n[r]: b"), ("[a](b \"t\")", "[a](<b> 't')"), ("a\\\nb", "a  \nb"),
      ("| a | b |\n|---|---|\n| c | d |", "a|b\n-|-\nc|d"), ("***", "- - -"),
      ("AT&amp;T", "AT&T"), ("a \\! b", "a ! b"), ("#### a", "#### a ####"),
      ("> a\n> b", "> a\nb"), ("- [x] a", "- [X] a"), ("a\n\nb", "a\n\n\n\nb"),
      ("a\n\nb", "a\n\n<!-- note -->\n\nb"), ("One two.", "One two.<!-- note -->"),
      ("One two.", "One <!-- note -->two."), ("One two.", "One <!-- note --> two."),
      ("One two.", "One two. <!-- note -->"), ("a *b* c", "a <!-- n --> *b* c"),
    ])
  func `does not change with the way in which words are written`(one: String, other: String) {
    #expect(
      DigestSample.changed(DigestSample(.reason, one).text, DigestSample(.reason, other).text)
        == [])
  }

  /// Two things that readers can tell apart.
  @Test(
    arguments: [
      ("a", "b"), ("a b", "ab"), ("a", "A"), ("*a*", "**a**"), ("*a*", "a"), ("a", "`a`"),
      ("~~a~~", "a"), ("[a](b)", "[a](c)"), ("[a](b)", "[a](b \"t\")"),
      ("[a](b \"t\")", "[a](b \"u\")"), ("[a](b)", "![a](b)"), ("![a](b)", "![c](b)"),
      ("[a ](b)c", "[a](b)c"), ("a\\\nb", "a\nb"), ("a\n\nb", "a\nb"), ("#### a", "##### a"),
      ("#### a", "a"), ("> a", "a"), ("- a\n- b", "1. a\n2. b"), ("1. a\n2. b", "2. a\n3. b"),
      ("- a\n- b", "- a\n\n- b"), ("- a\n- b", "- a\n  - b"), ("- [ ] a", "- [x] a"),
      ("- [ ] a", "- a"), ("```\na\n```", "```x\na\n```"), ("```\na\n```", "```\na\n\n```"),
      ("| a |\n|---|\n| b |", "| a |\n|:--|\n| b |"),
      ("| a |\n|---|\n| b |", "| a |\n|--:|\n| b |"),
      ("| a |\n|:-:|\n| b |", "| a |\n|--:|\n| b |"),
      ("| a |\n|---|\n| b |", "| a |\n|---|\n| b |\n| b |"),
      ("| a | b |\n|---|---|\n| c | |", "| a | b |\n|---|---|\n| | c |"),
      ("a\n\n---\n\nb", "a\n\nb"), ("é", "e\u{301}"), ("**a**b", "**ab**"),
      ("a <!-- n -->b", "a<!-- n -->b"),
    ])
  func `changes with whatever a reader can notice`(one: String, other: String) {
    #expect(
      DigestSample.changed(DigestSample(.reason, one).text, DigestSample(.reason, other).text)
        == [.article])
  }

  @Test(
    arguments: [
      ("Please pay", "Please do pay"), ("stays active", "remains active"), (", reply", ""),
      ("Hello", "Hi"), ("{{customer.first_name}}", "{{customer.name}}"),
      ("({{rule.url}})", "({{rule.link}})"), ("{{#lift.steps}}", "{{^lift.steps}}"),
      ("### Warning", "### Block"), ("{{#lift.steps}}\n", ""), ("lift.steps}}\nDo", "x}}\nDo"),
    ])
  func `of the e-mails counts headers, tokens and section markers`(one: String, other: String) {
    var letters = DigestSample.letters.replacing(one, with: other)
    if one == "{{#lift.steps}}\n" { letters = letters.replacing("{{/lift.steps}}", with: "") }
    if other.hasPrefix("x}}") { letters = letters.replacing("{{/lift.steps}}", with: "{{/x}}") }
    #expect(letters != DigestSample.letters)
    #expect(
      DigestSample.changed(DigestSample().text, DigestSample(.emails, letters).text) == [.emails])
  }

  @Test func `of the e-mails does not change with the order of headers`() {
    let lines = DigestSample.letters.split(separator: "\n", omittingEmptySubsequences: false)
    var swapped = lines
    swapped.swapAt(2, 3)
    #expect(
      DigestSample.changed(
        DigestSample().text, DigestSample(.emails, swapped.joined(separator: "\n")).text) == [])
  }

  @Test
  func `does not change with line endings, a mark, the order of keys or of parts, or the file`() {
    let sample = DigestSample()
    let text = sample.text
    #expect(DigestSample.changed(text, text.replacing("\n", with: "\r\n")) == [])
    #expect(DigestSample.changed(text, "\u{FEFF}" + text) == [])
    var other = sample
    other.keys.reverse()
    other.parts.swapAt(0, 5)
    #expect(DigestSample.changed(text, other.text) == [])
    #expect(DigestSample.digests(text, path: "policies/x/y.md") == sample.digests)
  }

  @Test(
    arguments: [
      ("title", "\"Paying outside\""), ("title", "'Paying outside'"),
      ("title", ">-\n  Paying\n  outside"),
      ("title", "Paying outside # a comment"), ("title", "\"Paying \\x6futside\""),
      ("theme", "\"safety\""), ("applies_to", "\n  - talent\n  - \"client\""), ("version", "\"2\""),
      ("basis", "\n  - url: https://example.com/terms\n    ref: Section 4\n    kind: terms"),
      ("effective", "'2026-02-01'"),
    ])
  func `does not change with the way in which YAML is written`(key: String, yaml: String) {
    #expect(DigestSample.changed(DigestSample().text, DigestSample(key, yaml).text) == [])
  }

  @Test func `does not change with headings that a workspace renames`() throws {
    let table = HeadingTable(headings: [.reason: "Pourquoi", .ladder: "Échelle"])
    let text = DigestSample().text.replacing("## Why we have this rule", with: "## Pourquoi")
      .replacing("### Enforcement ladder", with: "### Échelle")
    let source = SourceFile(path: "a.md", text: SourceText(text))
    let policy = try #require(PolicyReader(headings: table).read(source).policy)
    for scope in Scope.allCases {
      #expect(ScopeDigest(of: policy, scope: scope) == DigestSample().digests[scope])
    }
  }
}
