import PolicyModel
import PolicySite
import Testing

@Suite struct `Any letter` {
  private static let pieces = [
    "\n", "\n\n", "word ", "long-long-long-long-word ", "> ", "- ", "  ", "12. ", "**", "*", "~~",
    "{{rule.id}}", "{{case.facts}}", "[a]({{rule.url}}) ", "**[b]({{x}})**", "<script>", "<!-- -->",
    "#### ", "| a | b |\n|---|--:|\n", "| c ", "&#123;", "\\{", "}}", "\"", "https://a.example/ ",
    "![p](https://a.example/p) ", "[j](javascript:x) ", "- [x] ", "é", "\\\n", "***\n",
  ]

  @Test(arguments: 0..<400)
  func `keeps what is promised of letters`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let hostile = "</td><script> {{rule.id}} \r\n> \"quoted\""
    let message = try LetterFixture.message(
      random.text(of: 1..<60, Self.pieces),
      variables: [
        Variable("case.facts", .text, sample: hostile),
        Variable("x", .url, sample: "data:\(hostile)"),
      ])
    for fill in MessageFill.allCases {
      let letter = Letter(message, fill)
      let html = letter.html(styles: ["p": "margin:0"])
      #expect(!html.contains("<script") && !html.contains("<!--") && !html.contains("<h1"))
      #expect(!html.contains("href=\"javascript") && !html.contains("href=\"data"))
      // Code, four columns in, is not wrapped.
      for line in letter.text.split(separator: "\n") where !line.contains("    ") {
        #expect(line.last != " ")
        let words = line.drop { "> -0123456789.".contains($0) }
        #expect(line.unicodeScalars.count <= 72 || !words.contains(" "), "\(line)")
      }
      guard fill == .tokens else { continue }
      for form in [html, letter.text, letter.subject] {
        let rest = form.replacing(/\{\{(rule\.id|case\.facts|rule\.url|x)\}\}/, with: "·")
        #expect(!rest.contains("{{") && !rest.contains("{·"), "\(rest)")
      }
    }
  }
}
