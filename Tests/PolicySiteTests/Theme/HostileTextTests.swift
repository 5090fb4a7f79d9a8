import Foundation
import FoundationXML
import PolicyModel
import PolicyRules
import Testing

@testable import PolicySite

/// Text that would end what it stands in, with a mark to find it by.
private let attacks = [
  "XQ</title><script>alert(1)</script>", "XQ\" onmouseover=\"alert(1)", "XQ' onmouseover='alert(1)",
  "XQ]]><script>alert(1)</script>", "XQ<!--<script>", "XQ--><script>alert(1)</script>",
  "XQ{{{x}}}{{>head}}", "XQ&lt;script&gt;", "XQ</textarea></style></noscript><svg onload=alert(1)>",
  "XQ<\u{301}/script>", "XQ\\u003c/script>\\", "XQ$(x)`x`",
]

/// A sample whose every text field that can hold anything holds the attack.
private func site(_ attack: String) -> TestSite {
  let yaml = "\"" + attack.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  var markdown = ""
  // All of ASCII's punctuation can be escaped, so that it is text.
  for scalar in attack.unicodeScalars {
    if "\\`*_{}[]<>()#+-.!|~&\"'$=/:;@".unicodeScalars.contains(scalar) { markdown += "\\" }
    markdown.unicodeScalars.append(scalar)
  }
  // Braces are tokens, whatever stands before them.
  markdown = markdown.replacing("\\{\\{\\{x\\}\\}\\}\\{\\{\\>head\\}\\}", with: "x")
  var site = TestSite()
  var policy = SoundSample.policy
    .replacing("title: Unwanted advertising", with: "title: \(yaml)")
    .replacing("synonyms: [spam,", with: "synonyms: [\(yaml),")
    .replacing("section 4 (What you may post)", with: "section 4")
  for (old, new) in [
    ("summary: Advertise only", "summary: \(yaml)"), ("          summary: The first", "x"),
  ] {
    policy = policy.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix(old) ? new : String(line)
    }.joined(separator: "\n")
  }
  for words in [
    "People come here", "The rule covers everyone", "Naming what you do", "Hiding that",
    "The group", "What we do", "May I put", "If the question", "Open advertising",
    "Most people", "The post, its", "Does the post", "A new member", "A company", "Look whether",
    "We are writing", "A warning about", "Readers cannot", "**Advertising**",
  ] {
    let mark = words.hasPrefix("**") ? "**\(markdown)**" : "\(markdown) \(words)"
    policy = policy.replacing(words, with: mark)
  }
  site.policies[0] = policy.replacing(
    "summary: The first rule", with: "summary: \(yaml)\n    class_reason: The first rule")
  site.common = SoundSample.common.replacing("We sent you", with: "\(markdown) We sent you")
  site.settings = SoundSample.settings.replacing("\"Example Help\"", with: yaml)
    .replacing("{name: \"Example\",", with: "{name: \(yaml),")
  return site
}

/// The tags of a page and the names of their attributes, read strictly: an attribute's value ends at
/// its quote, a script at `</script`.
private struct Markup {
  var tags: [String] = []
  var attributes: Set<String> = []
  var scripts: [String] = []

  init(_ html: String) {
    var rest = Substring(html)
    while let open = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: open)...]
      if rest.hasPrefix("!--") {
        guard let end = rest.firstRange(of: "-->") else { break }
        rest = rest[end.upperBound...]
        continue
      }
      let name = String(rest.prefix { $0 == "/" || $0.isLetter || $0.isNumber || $0 == "!" })
      guard !name.isEmpty else { continue }
      tags.append(name)
      rest = rest.dropFirst(name.count)
      readAttributes(&rest)
      rest = rest.dropFirst()
      if name == "script", let end = rest.firstRange(of: "</script") {
        scripts.append(String(rest[..<end.lowerBound]))
        rest = rest[end.lowerBound...]
      }
    }
  }

  private mutating func readAttributes(_ rest: inout Substring) {
    while let first = rest.first, first != ">" {
      guard first.isLetter else {
        rest = rest.dropFirst()
        continue
      }
      let name = String(rest.prefix { $0.isLetter || $0.isNumber || "-:".contains($0) })
      attributes.insert(name)
      rest = rest.dropFirst(name.count)
      guard rest.hasPrefix("=\"") else { continue }
      rest = rest.dropFirst(2).drop { $0 != "\"" }.dropFirst()
    }
  }
}

@Suite struct `Hostile text` {
  @Test func `stands on pages of every kind`() throws {
    let files = try site(attacks[0]).files().filter { $0.value.contains("XQ") }
    for name in [
      "help/index.html", "help/unwanted-advertising/index.html",
      "help/unwanted-advertising/policy.json", "help/changes.xml", "help/policies.json",
      "moderators/unwanted-advertising/index.html", "moderators/index.html", "emails/index.html",
      "moderators/unwanted-advertising/calibration/cases.csv",
    ] {
      #expect(files[name] != nil, "\(name) holds nothing hostile: \(files.keys.sorted())")
    }
  }

  @Test(arguments: attacks) func `adds no tag and no attribute to a page`(attack: String) throws {
    let plain = try site("XQ").files()
    let pages = try site(attack).files()
    #expect(pages.count == plain.count)
    for (name, html) in pages where name.hasSuffix(".html") {
      let expected = Markup(try #require(plain[name], "\(name)"))
      let markup = Markup(html)
      // The chart of a decision breaks its words into lines of their own.
      let isLine = { (tag: String) in ["tspan", "/tspan", "text", "/text"].contains(tag) }
      #expect(
        markup.tags.filter { !isLine($0) } == expected.tags.filter { !isLine($0) }, "\(name)")
      #expect(markup.attributes == expected.attributes, "\(name)")
      #expect(!markup.attributes.contains { $0.hasPrefix("on") }, "\(name)")
    }
  }

  @Test(arguments: attacks) func `is data in JSON-LD and in JSON`(attack: String) throws {
    let files = try site(attack).files()
    let article = try #require(files["help/unwanted-advertising/index.html"])
    let script = try #require(Markup(article).scripts.first { $0.contains("schema.org") })
    let value = try JSONSerialization.jsonObject(with: Data(script.utf8))
    let graph = try #require((value as? [String: Any])?["@graph"] as? [[String: Any]])
    #expect(graph[0]["headline"] as? String == attack)
    for (name, text) in files where name.hasSuffix(".json") {
      #expect(throws: Never.self, "\(name)") {
        try JSONSerialization.jsonObject(with: Data(text.utf8))
      }
    }
  }

  @Test(arguments: attacks) func `is data in feeds and in the site map`(attack: String) throws {
    let files = try site(attack).files()
    for name in ["help/changes.xml", "help/significant.xml", "help/sitemap.xml"] {
      let text = try #require(files[name])
      let document = try XMLDocument(data: Data(text.utf8))
      #expect(try document.nodes(forXPath: "//*[local-name()='script']").isEmpty)
      guard !name.hasSuffix("sitemap.xml") else { continue }
      let titles = try document.nodes(forXPath: "//*[local-name()='entry']/*[local-name()='title']")
      #expect(titles.map(\.stringValue) == ["\(attack), version 1"])
      let texts = try document.nodes(forXPath: "//*[local-name()='content']")
      #expect(texts.first?.stringValue?.hasSuffix(attack) == true)
    }
  }

  @Test(
    arguments: [
      ("plain", "plain"), ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@a", "'@a"),
      ("\t=1", "'\t=1"), ("\r=1", "\"'\r=1\""), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""),
      ("a\nb", "\"a\nb\""), ("=\u{301}1", "'=\u{301}1"), ("a\"\u{301},=1", "\"a\"\"\u{301},=1\""),
      ("\"", "\"\"\"\""), ("", ""),
    ])
  func `is no formula in a spreadsheet, nor a second field`(text: String, field: String) {
    #expect(CSV.field(text).utf8.elementsEqual(field.utf8), "\(CSV.field(text).debugDescription)")
  }
}

@Suite struct `Every page of the sample` {
  @Test func `has no tag of a template left in it, but in templates of messages`() throws {
    let files = try TestSite().files()
    #expect(files.count > 40)
    for (name, text) in files {
      if name.hasPrefix("emails/"), name.contains("unwanted-advertising") { continue }
      if name == "moderators/unwanted-advertising/emails/index.html" { continue }
      if [".js", ".css", ".schema.json"].contains(where: name.hasSuffix) { continue }
      #expect(!text.contains("{{"), "\(name)")
      #expect(!text.contains("}}"), "\(name)")
    }
  }

  @Test func `is used by some template`() throws {
    let all = BuiltInTheme.files.keys.filter { $0.hasSuffix(".mustache") }
    let sources = BuiltInTheme.files.values.map { String(decoding: $0, as: UTF8.self) }.joined()
    let theme = try SiteTheme()
    for path in all {
      let name = String(path.dropFirst("templates/".count).dropLast(".mustache".count))
      let isPartial = sources.contains("{{>\(name)}}") || sources.contains("{{> \(name)}}")
      #expect(isPartial || !theme.render(name, [:]).isEmpty, "\(name)")
    }
  }

  @Test func `says that it is internal, but for those of the help site`() throws {
    for (name, text) in try TestSite().files() where name.hasSuffix(".html") {
      if name.hasPrefix("emails/"), !name.hasSuffix("index.html") { continue }
      let isMarked = text.contains("nternal")
      #expect(isMarked != name.hasPrefix("help/"), "\(name)")
    }
    let robots = try TestSite().files().filter { $0.key.hasSuffix("robots.txt") }
    #expect(robots["help/robots.txt"]?.contains("Allow: /") == true)
    for site in ["moderators", "emails"] {
      #expect(robots["\(site)/robots.txt"]?.contains("Disallow: /") == true, "\(site)")
    }
  }
}
