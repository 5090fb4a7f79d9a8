import CommonMark
import PolicyModel
import Testing

@testable import PolicyReading

@Suite struct `A value of YAML` {
  /// Every scalar of a block by its path, with the text of its range.
  private static func scalars(_ yaml: String) -> [String: (value: String, source: String)] {
    let source = SourceFile(path: "a.md", text: SourceText(yaml))
    var findings = FindingCollector(file: source)
    var found: [String: (value: String, source: String)] = [:]
    func visit(_ value: YAMLValue, _ path: String) {
      switch value.content {
      case .scalar(let text): found[path] = (text, source.text.string(value.range))
      case .list(let items):
        for (index, item) in items.enumerated() { visit(item, "\(path)/\(index)") }
      case .record(let pairs):
        for (key, value) in pairs {
          found["\(path)/\(key.name):"] = (key.name, source.text.string(key.range))
          visit(value, "\(path)/\(key.name)")
        }
      }
    }
    if let root = YAMLReader.read(source.text, 0..<source.text.bytes.count, &findings) {
      visit(root, "")
    }
    #expect(findings.findings.map(\.headline) == [])
    return found
  }

  @Test(
    arguments: [
      ("a: plain", "plain", "plain"), ("a: plain # note", "plain", "plain"),
      ("a:   two words  ", "two words", "two words"), ("a: \"quoted\"", "quoted", "\"quoted\""),
      ("a: \"q\\\"u\\\"\" # x", "q\"u\"", "\"q\\\"u\\\"\""), ("a: 'it''s' # x", "it's", "'it''s'"),
      ("a: ''", "", "''"), ("a: \"\"", "", "\"\""), ("é漢😀: wört # x", "wört", "wört"),
      ("{é: 漢😀, a: x}", "x", "x"), ("{é: \"漢😀\", a: \"y\"}", "y", "\"y\""),
      ("[é, 漢]: x", nil, nil), ("a: http://x#y", "http://x#y", "http://x#y"),
      ("a: \"two\n  lines\"", "two lines", "\"two\n  lines\""),
      ("a: 'two\n\n  lines'", "two\nlines", "'two\n\n  lines'"),
      ("a: |\n  block\n  more\n", "block\nmore\n", "|"),
      ("a: >-\n  folded\n  on", "folded on", ">-"),
      ("a: \"\\u00e9\\x41\"", "éA", "\"\\u00e9\\x41\""), ("a: - b", nil, nil),
      ("a: ~", "~", "~"), ("a: no", "no", "no"), ("a: 010", "010", "010"),
    ] as [(String, String?, String?)])
  func `has the range of its source`(yaml: String, value: String?, source: String?) {
    guard let value, let source else { return }
    for text in [yaml, yaml.replacing("\n", with: "\r\n"), "# ünïcode\n\n\(yaml)\n"] {
      let found = Self.scalars(text)
      let scalar = found["/a"] ?? found.first { !$0.key.hasSuffix(":") }?.value
      #expect(scalar?.value == value)
      #expect(scalar?.source.replacing("\r\n", with: "\n") == source)
    }
  }

  @Test func `has it in lists and records of any style, and so have keys`() {
    let found = Self.scalars(
      """
      "ké": &[]
      """.replacing("&[]", with: "[]") + """

        liste:
          - {kind: tërms, "ref": 'Séction', url: "ü"}
          -   plain text   # note
          - [a, é, "b", c]
        'q''s':
            déep: 漢字
        """)
    let expected = [
      "/ké:": "\"ké\"", "/liste:": "liste", "/liste/0/kind:": "kind", "/liste/0/kind": "tërms",
      "/liste/0/ref:": "\"ref\"", "/liste/0/ref": "'Séction'", "/liste/0/url": "\"ü\"",
      "/liste/1": "plain text", "/liste/2/0": "a", "/liste/2/1": "é", "/liste/2/2": "\"b\"",
      "/liste/2/3": "c", "/q's:": "'q''s'", "/q's/déep": "漢字",
    ]
    for (path, source) in expected { #expect(found[path]?.source == source, "\(path)") }
  }
}

@Suite struct `A value of the front-matter` {
  private static func read(_ key: String, _ yaml: String) -> (facts: Policy.Facts?, [RuleID]) {
    let keys = ["id": "a", "title": "A", "theme": "safety", "stage": "research", "version": "1"]
      .merging([key: yaml]) { $1 }
    let front = keys.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\n" }.joined()
    let source = SourceFile(path: "a.md", text: SourceText("---\n\(front)---\n"))
    let reading = PolicyReader().read(source)
    return (reading.policy?.facts, reading.findings.map(\.rule))
  }

  @Test(
    arguments: [
      ("version", "010"), ("version", "1:30"), ("version", "1e400"), ("version", "0x10"),
      ("version", "1_000"), ("version", "+1"), ("version", "-1"), ("version", "0"),
      ("version", "1.0"), ("version", "no"), ("version", "99999999999999999999"), ("version", "~"),
      ("version", "１"), ("effective", "2024-13-45"), ("effective", "2024-02-30"),
      ("effective", "2024-1-1"), ("effective", "20240101"), ("effective", "no"),
      ("effective", "2024-01-01T00:00:00Z"), ("review_every", "6"), ("review_every", "no"),
      ("stage", "no"), ("stage", "Research"), ("theme", "on"), ("id", "A"),
      ("id", "é"),
      ("applies_to", "yes"), ("owner", "no"), ("related", "[1:30]"), ("withdrawn", "[010]"),
      ("history", "[{stage: research, on: 2024-01-01, by: a@b.example, urgent: yes}]"),
    ])
  func `is never silently something else`(key: String, yaml: String) {
    let (facts, rules) = Self.read(key, yaml)
    #expect(!rules.isEmpty)
    #expect(facts?.version?.value ?? 1 == 1)
    #expect(facts?.effective == nil)
  }

  @Test(arguments: [
    "no", "010", "1:30", "1e400", "2024-13-45", "~", "null", "0b11", ".inf", "on", "1",
  ])
  func `is text where text belongs`(yaml: String) {
    let (facts, rules) = Self.read("title", yaml)
    #expect(facts?.title?.value == yaml)
    #expect(!rules.contains("value-type"))
  }
}
