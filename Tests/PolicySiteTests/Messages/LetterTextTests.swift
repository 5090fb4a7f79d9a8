import PolicyModel
import PolicySite
import Testing

@Suite struct `The text of a letter` {
  private let footer =
    "Quillwork\nReply to this e-mail: it reaches the team that handles your case.\n"

  private func text(
    _ body: String, _ fill: MessageFill = .samples, _ variables: [Variable] = []
  ) throws -> String {
    let text = try Letter(LetterFixture.message(body, variables: variables), fill).text
    #expect(text.hasSuffix(footer))
    #expect(text.split(separator: "\n").allSatisfy { $0.last != " " })
    return String(text.dropLast(footer.count))
  }

  @Test func `wraps at 72 columns by words`() throws {
    let words = Array(repeating: "élan", count: 40).joined(separator: " ")
    let lines = try text(words).split(separator: "\n")
    #expect(lines.map(\.count) == [69, 69, 59])
  }

  @Test(arguments: [
    "https://a.example/" + String(repeating: "x", count: 90), "{{case.facts_of_it}}",
  ])
  func `breaks neither addresses nor tokens`(word: String) throws {
    let filler = Array(repeating: "word", count: 13).joined(separator: " ")
    let text = try text("\(filler) \(word) after", .tokens)
    #expect(text.split(separator: "\n").contains { $0.hasPrefix(word) })
  }

  @Test(
    arguments: [
      "1. Answer us.\n2. Recommit to the terms with the link below.",
      "*Recommit to the\nterms* here:",
      "Sign in, and recommit to the **terms**.",
    ])
  func `says the words of a button once`(before: String) throws {
    let text = try text(
      "\(before)\n\n[Recommit to the terms]({{lift.recommit_url}})", .tokens)
    #expect(text.hasSuffix("\n\n{{lift.recommit_url}}\n\n"))
    #expect(text.lowercased().ranges(of: "recommit to the").count == 1)
  }

  @Test(arguments: ["Two steps:", "Recommit to the terms.\n\n* * *", "Recommit to other terms."])
  func `says them where the sentence before does not`(before: String) throws {
    let text = try text(
      "\(before)\n\n[Recommit to the terms]({{lift.recommit_url}})", .tokens)
    #expect(text.hasSuffix("\n\nRecommit to the terms:\n{{lift.recommit_url}}\n\n"))
  }

  @Test func `writes lists with their signs and hangs what follows`() throws {
    let long = Array(repeating: "word", count: 20).joined(separator: " ")
    let text = try text("- one\n- \(long)\n  - in\n\n9. nine\n10. ten\n\n    more")
    #expect(
      text
        == """
        - one
        - word word word word word word word word word word word word word word
          word word word word word word
          - in

         9. nine

        10. ten

            more


        """.replacing(" 9.", with: "9. "))
  }

  @Test func `writes quotes, code, headings and rules`() throws {
    let text = try text(
      "#### Head\n\n##### Lower\n\n> one\n>\n> two\n\n    code  \n\n***\n\na\\\nb")
    #expect(
      text == """
        Head
        ----

        Lower

        > one
        >
        > two

            code

        * * *

        a
        b


        """)
  }

  @Test func `sets a narrow table in columns and a wide one in rows`() throws {
    #expect(
      try text("| A | Sum |\n|---|--:|\n| rent | 7 |\n| – | 1200 |") == """
        A      Sum
        ----  ----
        rent     7
        –     1200


        """)
    let wide = Array(repeating: "word", count: 16).joined(separator: " ")
    #expect(
      try text("| A | B |\n|---|---|\n| one | \(wide) |\n| two | |") == """
        A: one
        B: word word word word word word word word word word word word word word
          word word

        A: two


        """)
    #expect(try text("| A |\n|---|\n| {{rule.id}} |", .tokens) == "A: {{rule.id}}\n\n")
  }

  @Test func `writes an address behind its words, or alone`() throws {
    #expect(
      try text("[The rule](https://a.example/r) https://a.example/x <me@a.example> [b](/c)")
        == "The rule (https://a.example/r) https://a.example/x me@a.example b\n\n")
    #expect(
      try text("**[Recommit]({{lift.recommit_url}})**", .tokens)
        == "Recommit:\n{{lift.recommit_url}}\n\n")
  }

  @Test func `leaves nothing behind where a section is left out`() throws {
    let body = "One\n\n{{#case.quote}}\n\nTwo {{case.quote}}\n\n{{/case.quote}}\n\nThree"
    #expect(
      try text(body, .tokens, [Variable("case.quote", .text, sample: "x")])
        == "One\n\n{{#case.quote}}\nTwo {{case.quote}}\n\n{{/case.quote}}\nThree\n\n")
    #expect(
      try text(body, .samples, [Variable("case.quote", .text, sample: "")]) == "One\n\nThree\n\n")
  }

  @Test func `keeps one line a line whatever a sample holds`() throws {
    let hostile = Variable("x", .text, sample: "one\r\n.\r\nFrom me\u{0}")
    #expect(try text("{{x}} end", .samples, [hostile]) == "one . From me end\n\n")
  }

  @Test func `says to whom a reply goes in the language of the letter`() throws {
    func footer(_ kind: MessageKind, _ locale: String) throws -> String {
      try Letter(LetterFixture.message("x", kind: kind, locale: locale), .samples).footer
    }
    #expect(try footer(.outcome(.policyChange), "en-GB").hasSuffix("looks after our rules."))
    #expect(try footer(.action(.block), "fr").hasPrefix("Répondez"))
    #expect(try footer(.action(.block), "ja") == "Quillwork")
  }

  @Test func `has a subject of one line in either fill`() throws {
    let message = try LetterFixture.message(
      "x", subject: "Case {{ticket.id}}: *please* read", preview: "{{x}}",
      variables: [Variable("x", .text, sample: "a\r\nBcc: b@c.example\u{202E}")])
    #expect(Letter(message, .tokens).subject == "Case {{ticket.id}}: please read")
    #expect(Letter(message, .samples).subject == "Case 48213: please read")
    #expect(Letter(message, .samples).preview == "a Bcc: b@c.example")
    #expect(Letter(message, .longest).subject.contains("48213 48213"))
  }
}
