import CommonMark
import PolicyModel
import Testing

@testable import PolicyReading

@Suite struct `Tokens` {
  private static func lift(_ text: String) -> (lifted: LiftedBody, source: SourceText, [RuleID]) {
    let source = SourceFile(path: "a.md", text: SourceText(text))
    var findings = FindingCollector(file: source)
    let all = 0..<source.text.bytes.count
    let lifted = TokenLifter.lift(source.text, all, &findings)
    return (lifted, source.text, findings.findings.map(\.rule))
  }

  @Test(
    arguments: [
      "{{a}}", "Hello {{customer.first_name}}, {{a}}{{b}}!", "é漢😀{{a}}😀", "[x]({{rule.url}})",
      "{{a}}\r\n{{b}}\r\n", "`{{a}}`", "no token {a} }} { {", "{{a}} }} {{b.c_1}}",
    ])
  func `are lifted byte for byte, each where it stood, and come back`(text: String) {
    let (lifted, source, rules) = Self.lift(text)
    #expect(rules == [])
    #expect(lifted.bytes.count == source.bytes.count)
    for token in lifted.table.tokens {
      #expect(source.string(token.range) == "{{\(token.name)}}")
      #expect(Array(lifted.bytes[token.range]) != Array(source.bytes[token.range]))
    }
    let moved = String(decoding: lifted.bytes, as: UTF8.self)
    #expect(!moved.contains("{{"))
    #expect(moved.unicodeScalars.count { $0 == "\n" } == text.unicodeScalars.count { $0 == "\n" })
    #expect(lifted.table.restored(moved).utf8.elementsEqual(text.utf8))
  }

  @Test func `of a section stand on lines of their own, which become blank`() throws {
    let text = "é\n{{#x.y}}\n  {{^z}}\t\n{{a}}\n{{/z}}\n{{/x.y}}\n"
    let (lifted, source, rules) = Self.lift(text)
    #expect(rules == [])
    #expect(lifted.markers.map(\.variable.value) == ["x.y", "z", "z", "x.y"])
    #expect(lifted.markers.map { source.string($0.variable.range) } == ["x.y", "z", "z", "x.y"])
    #expect(lifted.markers.map(\.kind) == [.open, .openInverted, .close, .close])
    #expect(lifted.table.tokens.map(\.name) == ["a"])
    for marker in lifted.markers {
      #expect(lifted.bytes[marker.line].allSatisfy { $0 == UInt8(ascii: " ") })
    }
    #expect(lifted.bytes.count == source.bytes.count)
  }

  @Test(
    arguments: [
      "{{", "{{a", "{{a\n}}", "{{}}", "{{ a }}", "{{A}}", "{{a.}}", "{{.a}}", "{{a..b}}", "{{1a}}",
      "{{{a}}}", "{{&a}}", "{{>a}}", "{{!a}}", "{{=<% %>=}}", "{{a b}}", "{{é}}", "x {{#a}}",
      "{{#a}}{{/a}}", "{{#}}", "{{/}}", "{{a-b}}",
    ])
  func `that are malformed are an error, and stay text`(text: String) {
    let (lifted, source, rules) = Self.lift(text)
    #expect(Set(rules) == ["token-malformed"])
    #expect(lifted.table.tokens.isEmpty)
    #expect(lifted.bytes == source.bytes)
  }
}

@Suite struct `Parts` {
  private static let table = HeadingTable(headings: [
    .allowed: "Ce qui est permis", .moderators: "Équipe", .ladder: "Échelle",
  ])

  private static func kinds(_ body: String) throws -> [PartKind?] {
    let front = "---\nid: a\ntitle: A\ntheme: safety\nstage: research\nversion: 1\n---\n"
    let source = SourceFile(path: "a.md", text: SourceText(front + body))
    let policy = try #require(PolicyReader(headings: table).read(source).policy)
    for part in policy.parts {
      #expect(source.text.string(part.heading.range).contains(part.heading.value))
    }
    return policy.parts.map(\.kind)
  }

  @Test(
    arguments: [
      ("## Ce qui est permis\n", [.allowed]), ("## CE QUI EST PERMIS\n", [.allowed]),
      ("## What's allowed\n", [nil]), ("## What’s not allowed\n", [.notAllowed]),
      ("What's not allowed\n----\n", [.notAllowed]),
      ("## Équipe\n### Échelle\n", [.moderators, .ladder]),
      ("## Équipe\n### Enforcement ladder\n", [.moderators, nil]), ("### Échelle\n", []),
      ("## Questions\n### Échelle\n", [.questions]), ("## Échelle\n", [nil]),
      ("## Exceptions\n## Exceptions\n", [.exceptions, nil]), ("# Exceptions\n", [.exceptions]),
      ("## Nobody knows\n### Signals\n", [nil]), ("```\n## Exceptions\n```\n", []),
      ("## *Exceptions*\n", [.exceptions]),
    ] as [(String, [PartKind?])])
  func `are what their headings say, and internal where they say nothing known`(
    body: String, kinds: [PartKind?]
  ) throws {
    #expect(try Self.kinds(body) == kinds)
  }
}
