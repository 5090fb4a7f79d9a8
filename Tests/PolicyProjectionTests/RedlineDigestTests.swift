import CommonMark
import PolicyModel
import PolicyProjection
import PolicyReading
import Testing

/// Changes a text in ways in which people, and people of ill will, change texts.
private enum Mutation {
  static let pieces = [
    "", " ", "*a*", "**b**", "`c`", "~~d~~", "[e](f)", "[e](g \"t\")", "![h](i)", "<!-- n -->",
    "<b>",
    "\\\n", "  \n", "\n", "\n\n", "\n> q\n", "\n- x\n", "\n\n- y\n\n- z\n\n",
    "\n\n1. one\n2. two\n\n",
    "\n\n3. three\n\n", "- [ ] t", "- [x] t", "#### h\n", "\n\n---\n\n", "\n\n```k\ncode\n```\n\n",
    "é",
    "e\u{301}", "\u{A0}", "日本", "|", "→ next", "{{rule.id}}", "\n\n{{#rule.id}}\n\n",
    "\n\n{{/rule.id}}\n\n", "\n\n{{^rule.id}}\n\n", "**Subject:** s", "**PAY-9** nine", "&amp;",
    "  ",
  ]

  static func mutated(_ text: String, with dice: inout Dice) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // The front-matter has tests of its own: most of its mutants could not be read.
    let body = (lines[1...].firstIndex(of: "---") ?? 0) + 1
    for _ in 0..<Int.random(in: 1...3, using: &dice) {
      let line = Int.random(in: body..<lines.count, using: &dice)
      let other = Int.random(in: body..<lines.count, using: &dice)
      switch Int.random(in: 0..<8, using: &dice) {
      case 0: lines[line] = ""
      case 1: lines.insert(lines[other], at: line)
      case 2: lines.swapAt(line, other)
      case 3: lines[line] = "  " + lines[line]
      default:
        var words = lines[line].split(separator: " ", omittingEmptySubsequences: false)
          .map(String.init)
        let place = Int.random(in: 0...words.count, using: &dice)
        words.insert(pieces.randomElement(using: &dice) ?? "", at: place)
        lines[line] = words.joined(separator: " ")
      }
      if lines.count <= body { return text }
    }
    return lines.joined(separator: "\n")
  }
}

@Suite("A redline and the digests of its scopes") struct RedlineDigestTests {
  @Test("agree about every scope, for whatever is done to a document", arguments: 0..<3)
  func agree(seed: Int) throws {
    var dice = Dice(state: UInt64(seed))
    let first = try #require(RedlineSample.policy(RedlineSample.first))
    var differing = 0
    for _ in 0..<40 {
      let text = Mutation.mutated(RedlineSample.first, with: &dice)
      guard let one = RedlineSample.policy(text),
        let other = RedlineSample.policy(Mutation.mutated(text, with: &dice))
      else { continue }
      for (old, new) in [(first, one), (one, other), (other, first)] {
        let scopes = RedlineSample.changedScopes(old, new)
        let redline = Redline(from: old, to: new)
        #expect(redline.scopes == scopes)
        if !scopes.isEmpty { differing += 1 }
      }
    }
    // Mutants that change nothing would prove nothing.
    #expect(differing > 80)
  }

  @Test(
    "agree that there is no change in how words are written",
    arguments: [
      ("One two\nthree.", "One\ntwo three."), ("- a\n- b", "* a\n* b"), ("*a* **b**", "_a_ __b__"),
      ("1. a\n2. b", "1. a\n1. b"), ("[a](b)", "[a][r]\n\n[r]: b"), ("a\\\nb", "a  \nb"),
      ("| a | b |\n|---|---|\n| c | d |", "a|b\n-|-\nc|d"), ("AT&amp;T", "AT&T"),
      ("a\n\nb", "a\n\n<!-- note -->\n\nb"), ("One two.", "One <!-- note --> two."),
      ("One two.", "One two. <!-- note -->"), ("a *b* c", "a <!-- n --> *b* c"), ("***", "- - -"),
    ])
  func sameWords(one: String, other: String) throws {
    let redline = try #require(
      RedlineSample.redline(
        RedlineSample.with("## Why we have this rule", one),
        RedlineSample.with("## Why we have this rule", other)))
    #expect(redline.isEmpty)
  }

  @Test(
    "agree that there is a change in whatever a reader can notice",
    arguments: [
      ("a", "A"), ("a b", "ab"), ("*a*", "**a**"), ("a", "`a`"), ("~~a~~", "a"),
      ("[a](b)", "[a](c)"),
      ("[a](b)", "[a](b \"t\")"), ("[a](b)", "![a](b)"), ("[a ](b)c", "[a](b)c"),
      ("a\\\nb", "a\nb"),
      ("a\n\nb", "a\nb"), ("#### a", "##### a"), ("> a", "a"), ("- a\n- b", "1. a\n2. b"),
      ("1. a\n2. b", "2. a\n3. b"), ("- a\n- b", "- a\n\n- b"), ("- a\n- b", "- a\n  - b"),
      ("- [ ] a", "- [x] a"), ("```\na\n```", "```x\na\n```"), ("```\na\n```", "```\na\n\n```"),
      ("| a |\n|---|\n| b |", "| a |\n|:--|\n| b |"), ("a\n\n---\n\nb", "a\n\nb"),
      ("é", "e\u{301}"),
      ("| a | b |\n|---|---|\n| c | |", "| a | b |\n|---|---|\n| | c |"), ("**a**b", "**ab**"),
      ("[a](x)[b](x)", "[ab](x)"), ("[](x)", "[](y)"), ("*a.**b*", "*a.*<!-- -->*b*"),
      ("- a\n- b\n- c", "- a\n- b\n\n<!-- -->\n\n- c"), ("a\n\nb", "b\n\na"), ("- a", ""),
    ])
  func otherWords(one: String, other: String) throws {
    for heading in ["## Why we have this rule", "## What's not allowed", "### Enforcement ladder"] {
      let old = try #require(RedlineSample.policy(RedlineSample.with(heading, one)))
      let new = try #require(RedlineSample.policy(RedlineSample.with(heading, other)))
      let scopes = RedlineSample.changedScopes(old, new)
      #expect(Redline(from: old, to: new).scopes == scopes)
      #expect(Redline(from: new, to: old).scopes == scopes)
    }
  }

  @Test(
    "agree about each key of the front-matter",
    arguments: [
      ("id: pay-outside", "id: pay-elsewhere"), ("title: Taking", "title: On taking"),
      ("summary: If you met", "summary: If you"), ("theme: platform-misuse", "theme: safety"),
      ("[talent, client]", "[client, talent]"), ("[talent, client]", "[talent]"),
      ("section 6.2\"", "section 6.3\""), ("#6-2", "#6-3"), ("kind: terms", "kind: law"),
      ("profiles: [eu-dsa]\n", ""), ("direct payment, cash", "direct payment"),
      ("related: [contact-sharing]", "related: [contact-sharing, fake-reviews]"),
      ("2026-05-28", "2026-05-29"), ("effective: 2026-07-01\n", ""), ("significant", "minor"),
      ("The first policy", "A policy"), ("version: 1\nhistory", "version: 2\nhistory"),
      ("owner: dana@", "owner: ana@"), ("stage: iteration", "stage: development"),
      ("version: 1\nhistory", "retired: {on: 2027-01-01, reason: Merged.}\nversion: 1\nhistory"),
      (
        "    class: significant\n", "    class: significant\n    class_reason: It only says it.\n"
      ),
      ("  - version: 1\n", "  - {version: 1, class: minor, summary: Other.}\n  - version: 1\n"),
      ("title: Taking payments", "title: >-\n  Taking\n  payments"),
    ])
  func keys(one: String, other: String) throws {
    let old = try #require(RedlineSample.policy(RedlineSample.first))
    let text = RedlineSample.first.replacing(one, with: other)
    #expect(text != RedlineSample.first)
    let new = try #require(RedlineSample.policy(text))
    #expect(Redline(from: old, to: new).scopes == RedlineSample.changedScopes(old, new))
    #expect(Redline(from: new, to: old).scopes == RedlineSample.changedScopes(new, old))
  }

  @Test("agree about each key that the format has")
  func table() {
    let covered = FrontMatterSchema.policy.compactMap { field -> String? in
      switch field.scope {
      case .all: "\(field.key): all"
      case .one(let scope): "\(field.key): \(scope.rawValue)"
      case .none: nil
      }
    }
    let retirement = "retired: {on: 2027-01-01, reason: Merged.}\nversion: 1\nhistory"
    let text = RedlineSample.first.replacing("version: 1\nhistory", with: retirement)
    let redline = RedlineSample.policy(text).map { Redline(from: nil, to: $0) }
    var shown: [String] = []
    for entry in redline?.entries ?? [] where entry.place.kind == .key {
      let scopes = entry.scopes == Scope.allCases ? "all" : entry.scopes[0].rawValue
      let row = "\(entry.place.name): \(scopes)"
      if !shown.contains(row) { shown.append(row) }
    }
    #expect(shown == covered)
  }

  @Test("agree that the order of e-mails counts, and that of parts does not")
  func order() throws {
    let text = RedlineSample.first
    let old = try #require(RedlineSample.policy(text))
    let (head, letters) = try #require(text.cut(before: "### Notification"))
    let (notification, warning) = try #require(letters.cut(before: "### Warning"))
    let letterwise = try #require(
      RedlineSample.policy("\(head)\(warning)\n\n\(notification)"))
    let redline = Redline(from: old, to: letterwise)
    #expect(redline.scopes == [.emails])
    #expect(RedlineSample.changedScopes(old, letterwise) == [.emails])
    #expect(redline.entries.map(\.kind) == [.moved])
    let (front, rest) = try #require(text.cut(before: "## Exceptions"))
    let (exceptions, end) = try #require(rest.cut(before: "## What can happen"))
    let partwise = try #require(RedlineSample.policy("\(front)\(end)\n\n\(exceptions)"))
    #expect(RedlineSample.changedScopes(old, partwise) == [])
    #expect(Redline(from: old, to: partwise).isEmpty)
  }

  @Test(
    "agree about corrections in the change log",
    arguments: [
      ("", ", {version: 1, class: editorial, summary: A letter.}"),
      (
        ", {version: 1, class: editorial, summary: A letter.}",
        ", {version: 1, class: editorial, summary: Two letters.}"
      ),
      (
        ", {version: 1, class: editorial, summary: A.}",
        ", {version: 1, class: editorial, summary: A.}, {version: 1, class: editorial, summary: B.}"
      ),
    ])
  func corrections(old: String, new: String) throws {
    func policy(_ more: String) -> Policy? {
      RedlineSample.policy(
        "---\nid: a\nversion: 1\nchanges: [{version: 1, class: minor, summary: One.}\(more)]\n---\n"
      )
    }
    let (old, new) = (try #require(policy(old)), try #require(policy(new)))
    #expect(RedlineSample.changedScopes(old, new) == [.release])
    #expect(Redline(from: old, to: new).scopes == [.release])
  }
}

extension String {
  /// Both halves, the second from `mark` on.
  fileprivate func cut(before mark: String) -> (String, String)? {
    firstRange(of: mark).map { (String(self[..<$0.lowerBound]), String(self[$0.lowerBound...])) }
  }
}
