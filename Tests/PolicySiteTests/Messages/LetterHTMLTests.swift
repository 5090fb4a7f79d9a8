import PolicyModel
import PolicySite
import Testing

@Suite struct `The HTML of a letter` {
  private let styles = [
    "p": "margin:0;", "a": "color:#000;", "button": "padding:1px;", "li": "x:y;",
  ]

  private func html(
    _ body: String, _ fill: MessageFill = .samples, _ variables: [Variable] = []
  ) throws -> String {
    try Letter(LetterFixture.message(body, variables: variables), fill).html(styles: styles)
  }

  @Test func `puts the style of an element beside it`() throws {
    #expect(
      try html("Hello [you](https://a.example)")
        == "<p style=\"margin:0;\">Hello <a href=\"https://a.example\" style=\"color:#000;\">you</a></p>\n"
    )
  }

  @Test func `has no first heading and no raw HTML`() throws {
    let html = try html(
      "# One\n\n#### Four\n\n##### Five\n\n<b>raw</b> <!-- secret -->\n\n<div>x</div>")
    #expect(html.contains("<h2>One</h2>") && html.contains("<h2>Four</h2>"))
    #expect(html.contains("<h3>Five</h3>"))
    #expect(!html.contains("<b>") && !html.contains("secret") && !html.contains("<!--"))
    #expect(!html.contains("<div"))
  }

  @Test func `keeps tokens in texts and in addresses`() throws {
    #expect(
      try html("Hello {{customer.first_name}}, [rule {{rule.id}}]({{rule.url}}#x&y)", .tokens)
        == "<p style=\"margin:0;\">Hello {{customer.first_name}}, "
        + "<a href=\"{{rule.url}}#x&amp;y\" style=\"color:#000;\">rule {{rule.id}}</a></p>\n")
  }

  @Test func `shows samples, and dates in words`() throws {
    let html = try html("{{customer.first_name}} {{case.opened_at}} {{nobody.knows}}")
    #expect(html.contains("Noor 4 May 2026 {{nobody.knows}}"))
  }

  @Test func `writes sections on lines of their own, or shows those that have a sample`() throws {
    let empty = Variable("case.quote", .text, sample: "")
    let body = """
      {{#case.quote}}

      Quoted {{case.quote}}

      {{/case.quote}}

      {{^case.quote}}

      Nothing

      {{/case.quote}}
      """
    #expect(
      try html(body, .tokens, [empty])
        == "{{#case.quote}}\n<p style=\"margin:0;\">Quoted {{case.quote}}</p>\n{{/case.quote}}\n"
        + "{{^case.quote}}\n<p style=\"margin:0;\">Nothing</p>\n{{/case.quote}}\n")
    #expect(try html(body, .samples, [empty]) == "<p style=\"margin:0;\">Nothing</p>\n")
    let full = Variable("case.quote", .text, sample: "this")
    #expect(try html(body, .samples, [full]) == "<p style=\"margin:0;\">Quoted this</p>\n")
    #expect(try html(body, .longest, [full]).contains("Nothing"))
  }

  @Test(arguments: [
    "**[Read](https://a.example)**", "[**Read**](https://a.example)",
    "[Read]({{lift.recommit_url}})",
  ])
  func `makes the first paragraph that is only such a link a button`(paragraph: String) throws {
    let html = try html("Words.\n\n\(paragraph)\n\n\(paragraph)")
    #expect(html.components(of: "class=\"button\" style=\"padding:1px;\">Read</a></p>") == 1)
    #expect(html.components(of: "Read") == 2)
  }

  @Test(arguments: [
    "[Read](https://a.example)", "**[Read](https://a.example)** now",
    "- **[Read](https://a.example)**",
    "**[Read](javascript:alert)**", "**[Read](/actions/)**",
    "[Read](https://a.example/{{lift.recommit_url}})",
  ])
  func `makes nothing else a button`(paragraph: String) throws {
    #expect(!(try html(paragraph)).contains("button"))
  }

  @Test func `chooses the button whatever sections show`() throws {
    let body = """
      {{#case.quote}}

      **[First](https://a.example)**

      {{/case.quote}}

      **[Second](https://b.example)**
      """
    #expect(!(try html(body)).contains("button"))
    #expect(try html(body, .tokens).contains("class=\"button\" style=\"padding:1px;\">First"))
  }

  @Test func `escapes hostile samples where they stand`() throws {
    let hostile = [
      Variable("x", .text, sample: "</td><script>alert(1)</script>"),
      Variable("u", .url, sample: "https://a.example/\" onclick=\"alert(1)"),
      Variable("j", .url, sample: "javascript:alert(1)"),
      Variable("r", .url, sample: "//evil.example"),
      Variable("c", .text, sample: "one\u{1B}[31m\r\ntwo"),
    ]
    let html = try html(
      "{{x}} [a]({{u}} \"{{x}}\") [b]({{j}}) [c]({{r}}) **[d]({{u}})** {{c}}", .samples, hostile)
    #expect(!html.contains("<script") && !html.contains("javascript") && !html.contains("evil"))
    #expect(html.contains("href=\"https://a.example/%22%20onclick=%22alert(1)\""))
    #expect(html.contains("title=\"&lt;/td&gt;&lt;script&gt;alert(1)&lt;/script&gt;\""))
    #expect(!html.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test func `lets no words of the author become a token`() throws {
    let html = try html(
      #"\{\{danger}} &#123;&#123;danger}} &#123;{{rule.id}} &#123;% if %}"#, .tokens)
    #expect(html.contains("{ {danger}} { {danger}} { {{rule.id}} { % if %}"))
    #expect(
      try self.html("[a](https://a.example/&#123;&#123;x}})", .tokens).contains("%7B%7Bx%7D%7D"))
  }

  @Test func `links with a token only where it is one for addresses`() throws {
    #expect(!(try html("[a]({{customer.first_name}})", .tokens)).contains("<a"))
    #expect(!(try html("[a]({{customer.first_name}})")).contains("<a"))
    #expect(!(try html("[a](javascript:{{rule.url}})", .tokens)).contains("<a"))
  }

  @Test func `has words in place of pictures and signs in place of boxes`() throws {
    let html = try html(
      "![A chart](https://a.example/c.png)\n\n- [x] done\n- [ ] open\n\n```js\nx\n```")
    #expect(!html.contains("<img") && !html.contains("<input") && !html.contains("class"))
    #expect(html.contains("☑ done") && html.contains("☐ open") && html.contains(">A chart</a>"))
  }
}

extension String {
  func components(of part: String) -> Int { ranges(of: part).count }
}
