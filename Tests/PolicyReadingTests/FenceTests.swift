import CommonMark
import PolicyModel
import Testing

@testable import PolicyReading

@Suite struct `The front-matter of a file` {
  private static func find(_ text: String) -> (yaml: String?, body: String?, rules: [RuleID]) {
    let source = SourceFile(path: "a.md", text: SourceText(text))
    var findings = FindingCollector(file: source)
    let fence = Fence.find(in: source.text, &findings)
    return (
      fence.map { source.text.string($0.yaml) }, fence.map { source.text.string($0.body) },
      findings.findings.map(\.rule)
    )
  }

  @Test(
    arguments: [
      ("---\na: 1\n---\nbody\n", "a: 1\n", "body\n"),
      ("\u{FEFF}---\na: 1\n---\nbody\n", "a: 1\n", "body\n"),
      ("---\r\na: 1\r\n---\r\nbody\r\n", "a: 1\r\n", "body\r\n"),
      ("---\na: 1\r\n---\nbody", "a: 1\r\n", "body"), ("---\na: 1\n...\nbody", "a: 1\n", "body"),
      ("---\na: 1\n---", "a: 1\n", ""), ("---\n---\n", "", ""), ("---\n---", "", ""),
      ("---\na: 1\n----\nb: 2\n---\nc", "a: 1\n----\nb: 2\n", "c"),
      ("---\na: |\n  x\n ---\n---\nc", "a: |\n  x\n ---\n", "c"),
      ("---\na: 1\n---\n\ntext\n\n---\n\nmore", "a: 1\n", "\ntext\n\n---\n\nmore"),
      ("---\na: 1\n---\n```\n---\n```", "a: 1\n", "```\n---\n```"),
      ("---\na: 1\n--- # x\n---\nb", "a: 1\n--- # x\n", "b"),
      ("---\na: 1\n---\u{301}\n---\nb", "a: 1\n---\u{301}\n", "b"),
    ])
  func `lies between exact fences, and the rest is the body`(
    text: String, yaml: String, body: String
  ) {
    let found = Self.find(text)
    #expect(found.yaml == yaml)
    #expect(found.body == body)
    #expect(found.rules.isEmpty)
  }

  @Test(
    arguments: [
      "", "\n---\na: 1\n---\n", " ---\na: 1\n---\n", "----\na: 1\n---\n", "--- \na: 1\n---\n",
      "...\na: 1\n---\n", "---\u{301}\na: 1\n---\n", "--- # x\na: 1\n---\n", "+++\na = 1\n+++\n",
      "\u{FEFF}\u{FEFF}---\na: 1\n---\n",
    ])
  func `is missing where the file does not begin with a fence`(text: String) {
    #expect(Self.find(text).rules == ["front-matter-missing"])
    #expect(Self.find(text).body == nil)
  }

  @Test(arguments: [
    "---", "---\n", "---\na: 1\n", "---\na: 1\n ---\n", "---\na: 1\n----", "---\n--- \n",
  ])
  func `that is never closed is an error, and no body`(text: String) {
    #expect(Self.find(text).rules == ["front-matter-unclosed"])
    #expect(Self.find(text).body == nil)
  }
}
