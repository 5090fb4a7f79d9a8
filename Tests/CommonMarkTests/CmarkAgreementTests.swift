import CommonMark
import Testing

/// What a policy may hold, one construct each; the program's answer is asked for at test time.
private let examples: [String] = [
  "plain words", "two\nlines", "hard  \nbreak", "back\\\nslash break", "*em* **strong** ***both***",
  "_em_ __strong__ in_word_s", "~~gone~~ ~one~", "`code` ``a ` b`` ` x `",
  "# One\n\n## Two ##\n###### Six",
  "Setext\n===\n\nTwo\n---", "> quote\n> more\n\n> > deep\nlazy", "- a\n- b\n\n- loose",
  "- tight\n- list",
  "1. one\n2. two", "7) seven\n8) eight", "- a\n  - b\n    - c\n- d",
  "- a\n\n  second paragraph\n- b",
  "- [ ] open\n- [x] done", "* star\n+ plus", "***\n---\n___", "```swift\nlet a = 1 < 2\n```",
  "~~~\ntilde\n~~~",
  "    indented\n    code", "```\nunclosed", "[text](https://example.com \"title\")",
  "[a](<b c>) [d](/e?f=g&h=i)",
  "[ref]\n\n[ref]: /url 'Title'", "[collapsed][]\n\n[collapsed]: https://a.example",
  "![alt *text*](pic.png \"t\")",
  "<https://auto.example> <mail@a.example>", "www.example.com and https://example.com/a?b=c&d.",
  "a@b.example writes", "| a | b |\n|---|:-:|\n| 1 | 2 |\n| 3 |", "| x |\n|--:|\n| `a\\|b` |",
  "a | b\n--|--\nc | d | e",
  "| only header |\n|---|", "&amp; &copy; &#35; &quot;", "\"quotes\" 'single' < > &",
  "<b>raw</b> and <!-- comment -->",
  "<div>\nblock\n</div>", "[js](javascript:alert(1)) [data](data:text/html,x)",
  "[x](JAVASCRIPT:x) [y](vbscript:y)",
  "\\*not em\\* \\# \\[x\\]", "tab\tseparated", "- \ttab item", "\u{e9}\u{4e2d}\u{1F600} *\u{fc}*",
  "[\u{e9}](/\u{e9}?\u{4e2d})",
  "line one\\\\\nline two", "* a\n\n      code in item", "1. a\n\n   > quote in item\n2. b",
  "> - list in quote\n> - b",
  "- a\n\n\n- b\n\ntext", "Term\n: not a definition", "Auto: http://a.example/(b).", "a*b*c a_b_c",
  "**bold*nested*bold**",
  "[link *with* `code`](x)", "[a [nested] b](c)", "![[x](y)](z)", "#not heading\n\n#\tHeading",
  "-\n- a\n-", "1.\n2. b",
  "| a |\n| - |\n\n| not | table", "```a b c\nx\n```", "Foo\n***\nbar", "- foo\n***\n- bar",
  "  - a\n - b\n- c",
]

@Suite(.enabled(if: CmarkProgram.isInstalled, "needs the cmark-gfm program"))
struct `Our HTML is the HTML of the cmark-gfm program` {
  @Test(arguments: examples)
  func `for each construct`(markdown: String) throws {
    #expect(try Document(parsing: markdown).blocks.html() == CmarkProgram.html(markdown))
  }

  @Test func `for three hundred documents made of random pieces`() throws {
    var random = SplitMix(seed: 20_261_121)
    let pieces = [
      "*", "**", "_", "`", "~~", "[", "](x)", "<", ">", "|", "\n", "\n\n", "- ", "1. ", "# ", "> ",
      "    ", "a", "b c", "\\", "&amp;", "!", "www.a.example", "|-|-|\n", "[x]: /y\n", "[ ] ", "é",
      "\t", "\"", "---\n",
    ]
    for _ in 0..<300 {
      let markdown = (0..<Int.random(in: 1...40, using: &random))
        .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
      let expected = try CmarkProgram.html(markdown)
      #expect(
        try Document(parsing: markdown).blocks.html() == expected, "\(markdown.debugDescription)")
    }
  }
}

/// A small random number generator with a seed, so that a failure can be repeated.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
