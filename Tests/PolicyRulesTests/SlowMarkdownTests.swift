import CommonMark
import PolicyModel
import PolicyReading
import PolicyRules
import Testing

/// What is known to cost cmark-gfm minutes and gigabytes, each at 64 KiB.
private let slowInputs: [(name: String, markdown: String)] = {
  let size = 64 * 1024
  func filled(_ piece: String, from start: String = "", with end: String = "") -> String {
    start + String(repeating: piece, count: size / piece.utf8.count) + end
  }
  return [
    (
      "a wide table with short rows",
      filled("|x", with: "|\n") + filled("|-", with: "|\n") + String(repeating: "a\n", count: 4096)
    ),
    (
      "a table of many short rows",
      String(repeating: "|x", count: 64) + "|\n" + String(repeating: "|-", count: 64) + "|\n"
        + filled("a\n")
    ),
    ("a wide table", filled("|x", with: "|\n") + filled("|-", with: "|\n")),
    ("nested lists", filled("- ", with: "x\n\n\n")),
    (
      "nested lists, line by line",
      String(repeating: "- - - - - - - - ", count: 8) + filled("x\n\n")
    ),
    ("nested numbers", filled("1. ", with: "x\n")),
    ("nested quotes with lazy lines", filled("> ", with: "a\n") + filled("b\n")),
    ("www._", filled("www._")),
    ("http:// and brackets", filled(")", from: "http://a.b/")),
    ("http:// without end", filled("http://a.b/_")),
    ("a long paragraph before a table", filled("a\n", with: "|x|\n|-|\n")),
    ("instructions that are not closed", filled("<?", from: "a")),
    ("declarations that are not closed", filled("<!A ", from: "a")),
    ("sections that are not closed", filled("<![CDATA[", from: "a")),
    ("images in images", filled("![[]()")),
    ("images that are not closed", filled("![l")),
    ("references that grow", "[a]: /" + filled("u", with: "\n\n") + filled("[a] ")),
    ("comments that are not closed", filled("</<!--")),
    ("underscores", filled("_")), ("stars", filled("**")), ("stars and words", filled("*a **b ")),
    ("brackets", filled("[")), ("brackets that close", filled("[", with: filled("]"))),
    ("backticks", filled("`a``")), ("entities", filled("&amp;")), ("backslashes", filled("\\")),
    ("link openers", filled("[a](")), ("link openers in angles", filled("[a](<b")),
    ("e-mail addresses", filled("a@b")), ("tildes", filled("~a~~b")), ("carets", filled("[^a]")),
    ("headings", filled("# a\n")), ("one line", filled("word ")),
  ]
}()

@Suite struct `Markdown that overloads the library` {
  /// Reading it must end, with a finding or with a small result: the output is at most a few times
  /// as large as the input.
  @Test(arguments: slowInputs.map(\.name))
  func `is refused or small`(name: String) throws {
    let markdown = try #require(slowInputs.first { $0.name == name }).markdown
    let text = SoundSample.neighbour + "\n## Why we have this rule\n\n" + markdown
    let reading = PolicyReader().read(Workbench.source("policy.md", text))
    if reading.policy == nil {
      #expect(reading.findings.contains { $0.rule == "markdown-limit" })
      return
    }
    let html = reading.policy?.parts.map { $0.blocks.html().utf8.count }.reduce(0, +) ?? 0
    #expect(html < 8 * text.utf8.count)
  }

  @Test(arguments: [
    "a wide table with short rows", "a table of many short rows", "a wide table", "nested lists",
    "nested numbers", "nested quotes with lazy lines", "www._", "http:// without end",
    "a long paragraph before a table", "instructions that are not closed",
    "declarations that are not closed", "sections that are not closed", "images in images",
    "images that are not closed", "references that grow",
  ])
  func `is refused where it is known to be slow`(name: String) throws {
    let markdown = try #require(slowInputs.first { $0.name == name }).markdown
    let text = SoundSample.neighbour + "\n## Why we have this rule\n\n" + markdown
    let reading = PolicyReader().read(Workbench.source("policy.md", text))
    #expect(reading.policy == nil)
    #expect(reading.findings.map(\.rule) == ["markdown-limit"])
  }
}

@Suite struct `Front-matter that overloads the library` {
  @Test(arguments: [
    ("two megabytes", "title: " + String(repeating: "a", count: 2_000_000)),
    ("eight thousand keys", (0..<8_000).map { "k\($0): v" }.joined(separator: "\n")),
    ("a depth of a hundred thousand", "title: " + String(repeating: "[", count: 60_000)),
    ("five thousand values", "synonyms: [" + String(repeating: "a, ", count: 5_000) + "a]"),
    (
      "aliases of aliases",
      (1...9).map { "a\($0): &a\($0) [" + "*a\($0 - 1), *a\($0 - 1)]" }.joined(separator: "\n")
    ),
  ])
  func `is refused`(name: String, yaml: String) {
    let reading = PolicyReader().read(
      Workbench.source("policy.md", "---\n\(yaml)\n---\n\n## Why we have this rule\n"))
    #expect(reading.policy == nil, "\(name)")
    #expect(reading.findings.hasErrors)
  }
}
