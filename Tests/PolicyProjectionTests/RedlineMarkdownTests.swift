import CommonMark
import PolicyModel
import PolicyProjection
import Testing

@Suite("A redline as Markdown") struct RedlineMarkdownTests {
  /// The comment as a forge would read it.
  private func comment(_ old: String, _ new: String) throws -> [Block] {
    let entry = Redline.Entry(
      scopes: [.policy], place: .init(kind: .part, name: "background", title: new),
      subject: .init(.item, old), kind: .reworded, isPublic: false,
      runs: [.init(.same, "before "), .init(.deleted, old), .init(.inserted, new)],
      notes: [.init(.linkAddress, old, old: new, new: old)])
    return try parsed(RedlineMarkdown().text(Redline(entries: [entry])))
  }

  private func parsed(_ markdown: String) throws -> [Block] {
    try Document(parsing: markdown).blocks
  }

  /// Everything but words, deletion, insertion, and the list and quotations that hold them.
  private func intruders(_ blocks: [Block]) -> [String] {
    blocks.flatMap { block -> [String] in
      switch block.kind {
      case .paragraph(let inlines): inlines.flatMap(intruders)
      case .quote(let inner): intruders(inner)
      case .list(let list) where !list.isOrdered && list.items.allSatisfy { $0.isChecked == nil }:
        list.items.flatMap { intruders($0.blocks) }
      default: ["\(block.kind)"]
      }
    }
  }

  private func intruders(_ inline: Inline) -> [String] {
    switch inline {
    case .text, .softBreak: []
    case .strikethrough(let inner), .strong(let inner): inner.flatMap(intruders)
    default: ["\(inline)"]
    }
  }

  @Test(
    "shows what files say as words, and as nothing else",
    arguments: [
      "<script>alert(1)</script>", "<!-- -->", "![x](https://evil.example/a.png)", "[x](y)",
      "https://evil.example/", "www.evil.example", "ana@evil.example", "# big", "- item", "+ item",
      "1. item", "2) item", "> deeper", "```\ncode\n```", "    code", "a | b\n--|--\nc | d", "*a*",
      "_a_",
      "`a`", "a\n===", "a\n---", "---", "***", "- [x] done", "&lt;b&gt;", "\\<b>", "~~~", "a\\\nb",
      "a  \nb",
      "[a]: b", "[^1]", "<https://evil.example/>", "**a", "~~a", "a**", "a~~ b ~~c",
    ])
  func hostile(text: String) throws {
    #expect(intruders(try comment(text, "new")).isEmpty)
    #expect(intruders(try comment("old", text)).isEmpty)
    let words = try comment("old", text).plainText
    for word in text.split(whereSeparator: { " \n".contains($0) }) where word != "\\" {
      #expect(words.replacing("\u{200B}", with: "").contains(word))
    }
  }

  @Test(
    "mentions nobody and refers to nothing",
    arguments: ["@ana", "@org/team", "#12", "org/repo#12", "!7", "~label", "ana@example.com"])
  func mentions(text: String) throws {
    let words = try comment(text, text).plainText
    #expect(!words.contains(text))
    #expect(words.replacing("\u{200B}", with: "").contains(text))
  }

  @Test("gives the forge no command")
  func commands() throws {
    let redline = Redline(entries: [
      .init(
        scopes: [.policy], place: .init(kind: .key, name: "title", title: "/close"),
        subject: .init(.value), kind: .reworded, isPublic: true,
        runs: [.init(.same, "/close\n/merge")], notes: [.init(.form, "", old: "/close", new: "")])
    ])
    for line in RedlineMarkdown().text(redline).split(separator: "\n") {
      #expect(!line.drop { " >-*".contains($0) }.hasPrefix("/"))
    }
  }

  @Test(
    "marks every change so that it is read as one, inside words and next to punctuation too",
    arguments: [
      ([.init(.same, "word"), .init(.deleted, ","), .init(.same, " next")], "word,", "word"),
      (
        [.init(.same, "a "), .init(.deleted, "“b”"), .init(.inserted, "“c”"), .init(.same, ".")],
        "“b”.", "“c”."
      ),
      ([.init(.same, "pay"), .init(.deleted, " and"), .init(.same, " get")], "and", ""),
      ([.init(.deleted, "(a)"), .init(.inserted, "(b)"), .init(.same, "c d")], "(a)c", "(b)c"),
      ([.init(.same, "a"), .init(.deleted, "\nb c"), .init(.same, "\nd")], "b c", ""),
      ([.init(.inserted, "one\ntwo")], "", "one\ntwo"),
    ] as [([Redline.Run], String, String)])
  func delimiters(runs: [Redline.Run], deleted: String, inserted: String) throws {
    let entry = Redline.Entry(
      scopes: [.policy], place: .init(kind: .key, name: "title", title: "Title"),
      subject: .init(.value), kind: .reworded, isPublic: true, runs: runs, notes: [])
    let blocks = try parsed(RedlineMarkdown().text(Redline(entries: [entry])))
    var gone: [String] = []
    var new: [String] = []
    Array(blocks.dropFirst()).forEachText { inlines, _ in
      for inline in inlines {
        if case .strikethrough(let inner) = inline { gone.append(inner.plainText) }
        if case .strong(let inner) = inline { new.append(inner.plainText) }
      }
    }
    #expect(gone.joined(separator: "\n") == deleted)
    #expect(new.joined(separator: "\n") == inserted)
  }
}
