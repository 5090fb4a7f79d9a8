import PolicyModel
import PolicyProjection
import PolicyRules
import Testing

@testable import PolicySite

@Suite struct `The leak guard` {
  private static func leaks(
    _ text: String, _ name: String = "a/index.html", settings: String = SoundSample.settings
  ) throws -> [LeakGuard.Leak] {
    var site = TestSite()
    site.settings = settings
    let publication = try site.publication()
    var sentences = InternalSentences()
    for entry in publication.entries { sentences.merge(InternalSentences(of: entry.policy)) }
    return LeakGuard(publication: publication, sentences: sentences)
      .leaks(in: OutputFile(name, text))
  }

  @Test(
    arguments: [
      "Most people who advertise are new and have not read the rule.",
      "<p>Most <em>people</em>\n who advertise are new and have not <a href=\"x\">read</a> the rule!",
      "MOST PEOPLE who advertise are new, and have not read the rule",
      "before Most people who advertise are new and have not read the rule after",
      "Read the whole conversation, not only the post",
      "One report in ten was about advertising under a question that did not ask for it",
      "Open advertising by someone whom nobody told about the rule",
    ])
  func `finds a planted sentence`(text: String) throws {
    let leaks = try Self.leaks("<p>\(text)</p>")
    guard case .sentence(let sentence, let page) = try #require(leaks.first) else {
      Issue.record("an address?")
      return
    }
    #expect(leaks.count == 1)
    #expect(page == "a/index.html")
    #expect(sentence.path == "policies/0.md")
    if !text.contains("<") { #expect(try Self.leaks(text, "a/index.json").count == 1) }
  }

  @Test func `takes a row of rule ids for no sentence`() throws {
    var site = TestSite()
    site.policies[0] = SoundSample.policy.replacing(
      "SAM-1, SAM-2", with: "ADVERTISE-1, ADVERTISE-2, ADVERTISE-3, ADVERTISE-4")
    let policy = try #require(try site.publication().entries.first).policy
    let leakGuard = LeakGuard(
      publication: try site.publication(), sentences: InternalSentences(of: policy))
    let list = "[\"ADVERTISE-1\", \"ADVERTISE-2\", \"ADVERTISE-3\", \"ADVERTISE-4\"]"
    #expect(leakGuard.leaks(in: OutputFile("policies.json", list)) == [])
  }

  @Test(
    arguments: [
      ("a/index.html", "Most people – who “advertise” – are new and have not read the rule"),
      (
        "a/policy.json",
        "{\"x\":\"Most people who\\nadvertise are new and have\\tnot read the rule\"}"
      ),
      ("a/w1.js", "f(\"Most people\\u2014who advertise are new and have not read the rule\")"),
    ])
  func `finds a sentence that typesetting or an escape has changed`(
    name: String, text: String
  ) throws {
    #expect(try Self.leaks(text, name).count == 1)
  }

  @Test(
    arguments: [
      "Most people who advertise are new",
      "people who advertise are new and have not read the rule",
      "An advertisement that nobody asked for takes the place of an answer",
      "Hello, We are writing about one of your posts.", "",
    ])
  func `lets pass what is no whole internal sentence`(text: String) throws {
    #expect(try Self.leaks("<p>\(text)</p>").isEmpty)
  }

  @Test(
    arguments: [
      "<meta name=\"description\" content=\"Most people who advertise are new and have not read the rule\">",
      "<a title=\"x\">y</a><img alt=\"&quot;Read the whole conversation&quot;, not only the post.\">",
    ])
  func `finds a sentence in an attribute`(html: String) throws {
    #expect(try Self.leaks(html).count == 1)
  }

  @Test func `ignores a sentence that is published as well`() throws {
    let words = "Most people who advertise are new and have not read the rule."
    var site = TestSite()
    site.policies[0] = SoundSample.policy.replacing("People come here to ask", with: words + " Ask")
    let publication = try site.publication()
    let guarding = LeakGuard(
      publication: publication, sentences: InternalSentences(of: publication.entries[0].policy))
    #expect(guarding.leaks(in: OutputFile("a/index.html", words)).isEmpty)
  }

  @Test(
    arguments: [
      ("bob@example.com", true), ("BOB@Example.com", true), ("bob@forge.example", true),
      ("mailto:bob@example.com", true), ("mira@example.com", false), ("ra@example.com", true),
      ("xbob@example.com", true), ("bob at example.com", false),
    ])
  func `finds people's addresses, but for those that are open`(text: String, isLeak: Bool) throws {
    let people =
      "people:\n  bob@example.com: {name: Bob, also: [bob@forge.example]}\n"
      + "  ra@example.com: {name: Ra}\n"
    let settings = SoundSample.settings.replacing("people:\n", with: people)
    let leaks = try Self.leaks("<a href=\"x\">\(text)</a>", settings: settings)
    #expect(leaks.isEmpty != isLeak, "\(leaks)")
  }
}

@Suite struct `Words as hashes` {
  private static func equal(_ one: WordHashes, _ other: WordHashes) -> Bool {
    one.words == other.words
  }

  @Test(
    arguments: [
      ("One, two - three!", "one two three"), ("don't", "don t"), ("a\n\tb", "a b"), ("", " .,"),
      ("don’t", "don't"), ("“one” two", "\"one\" two"), ("one—two–three", "one - two - three"),
      ("one…two", "one... two"), ("«un» deux", "un deux"), ("a\u{A0}b\u{2009}c", "a b c"),
      ("per\u{AD}son", "person"), ("per\u{200B}son", "person"), ("一「二」三。", "一 二 三"),
      ("中\u{3000}文", "中 文"), ("½ €5", "½ 5"),
    ])
  func `are the same whatever stands between words`(one: String, other: String) {
    #expect(Self.equal(WordHashes(text: one.utf8), WordHashes(text: other.utf8)))
  }

  @Test(
    arguments: [
      ("<p>One <b>two</b></p>", "one two"), ("a&nbsp;b", "a b"), ("AT&amp;T", "at t"),
      ("a<br>b", "a b"), ("<p title=\"x y\">a</p>", "a"), ("a &lt;b&gt; c", "a b c"),
    ])
  func `of a page are those of its text`(html: String, text: String) {
    #expect(Self.equal(WordHashes(html: Array(html.utf8)), WordHashes(text: text.utf8)))
  }

  @Test(arguments: [("élan", "lan"), ("naïve", "na ve"), ("中文", "中 文"), ("Ångström", "ngström")])
  func `keep letters beyond ASCII`(one: String, other: String) {
    #expect(!Self.equal(WordHashes(text: one.utf8), WordHashes(text: other.utf8)))
  }

  @Test(
    arguments: [
      (#""one\ntwo""#, "one two"), (#""one\ttwo\r\nthree""#, "one two three"),
      (#""don\u2019t \u201cstop\u201d""#, "don’t “stop”"), (#""\u00e9lan""#, "élan"),
      (#""say \"no\" \/ \\now""#, "say no now"), (#""\ud83d\ude00 x\u12""#, "x 12"), (#"x\"#, "x"),
    ])
  func `of JSON are those that its escapes stand for`(json: String, text: String) {
    #expect(Self.equal(WordHashes(json: Array(json.utf8)), WordHashes(text: text.utf8)))
  }

  @Test func `tell runs of words apart, and find equal ones anywhere`() {
    var random = SeededRandom(seed: 11)
    let words = (0..<60).map { _ in ["a", "b", "c", "d"].randomElement(using: &random) ?? "" }
    let hashes = WordHashes(text: words.joined(separator: " ").utf8)
    #expect(hashes.words.count == words.count)
    for count in 1...6 {
      for one in 0...(words.count - count) {
        for other in one...(words.count - count) {
          let isSame = words[one..<one + count] == words[other..<other + count]
          #expect(
            (hashes.run(from: one, count: count) == hashes.run(from: other, count: count)) == isSame
          )
        }
      }
    }
  }
}
