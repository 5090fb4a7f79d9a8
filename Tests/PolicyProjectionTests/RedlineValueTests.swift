import CommonMark
import Foundation
import PolicyModel
import PolicyProjection
import Testing

/// Each entry as `place: headline`.
private func lines(_ redline: Redline?) -> [String] {
  redline?.entries.map { "\($0.place.title): \($0.headline)" } ?? ["unreadable"]
}

private func edited(_ edits: [(String, String)]) -> Redline? {
  RedlineSample.redline(RedlineSample.first, RedlineSample.edited(edits))
}

@Suite("A redline") struct RedlineValueTests {
  @Test("takes an edited paragraph for the same one, whatever came before it")
  func reworded() {
    let edits = [
      ("When you pay", "Money is held in trust.\n\nWhen you pay"), ("we can help.", "we help you."),
    ]
    #expect(
      lines(edited(edits)) == [
        "Why we have this rule: Paragraph 1: added", "Why we have this rule: Paragraph 2: reworded",
      ])
  }

  @Test("never takes a rule for another one, be their words the same")
  func renamedRule() {
    #expect(
      lines(edited([("- **PAY-2** Agreeing", "- **PAY-7** Agreeing")])) == [
        "What's not allowed: Rule PAY-2: removed", "What's not allowed: Rule PAY-7: added",
      ])
  }

  @Test("shows a step that came in, and none of those that only have other numbers now")
  func steps() {
    let edit = (
      "2. Was an exception",
      "2. Is it urgent?\n   - Yes → no action\n   - No → next\n3. Was an exception"
    )
    #expect(lines(edited([edit])) == ["Decision: Step 2: added"])
  }

  @Test("shows the cells of the ladder one by one, and a new column as its cells")
  func ladder() {
    #expect(
      lines(edited([("| 3 | Restriction |", "| 3 | Warning |")])) == [
        "Enforcement ladder: Severity 3, first time: reworded"
      ])
    let edits = [
      ("| Second time |", "| Second time | Third time |"),
      ("| If refused |\n|---|", "| If refused |\n|---|---|"),
      ("| 1 | Notification | Warning |", "| 1 | Notification | Warning | Block (serious) |"),
      ("30 days |", "30 days | Block (serious) |"),
      ("| Restriction | Block (refused) |", "| Restriction | Block (refused) | – |"),
    ]
    #expect(
      lines(edited(edits)) == [
        "Enforcement ladder: Column headings: reworded",
        "Enforcement ladder: Severity 1, third time: added",
        "Enforcement ladder: Severity 2, third time: added",
        "Enforcement ladder: Severity 3, third time: added",
      ])
  }

  @Test("tells what only moved")
  func moved() throws {
    let old = RedlineSample.with("### Evidence", "- one thing\n- two things\n- three more")
    let new = RedlineSample.with("### Evidence", "- three more\n- one thing\n- two things")
    #expect(
      lines(RedlineSample.redline(old, new)) == ["Evidence: Item 1: moved, same words"])
  }

  @Test("names a part that came, went, or stands empty")
  func parts() {
    let more = RedlineSample.first + "\n\n## If you see this\n"
    #expect(
      lines(RedlineSample.redline(RedlineSample.first, more)) == [
        "If you see this: The whole of it: added"
      ])
    #expect(
      lines(RedlineSample.redline(more + "\nTell us.\n", RedlineSample.first)) == [
        "If you see this: Paragraph 1: removed"
      ])
  }

  @Test("shows what is removed where it stood")
  func order() {
    let edits = [
      (
        "- **PAY-2** Agreeing to a payment outside Quillwork, even if no money has moved yet.\n", ""
      ),
      ("Sending or accepting", "Accepting"), ("offering to pay", "offering pay"),
    ]
    #expect(
      lines(edited(edits)) == [
        "What's not allowed: Rule PAY-1: reworded", "What's not allowed: Rule PAY-2: removed",
        "What's not allowed: Rule PAY-3: reworded",
      ])
  }

  @Test(
    "says in words what no word shows",
    arguments: [
      ("See [a b](x).", "See [a b](y).", "link address of “a b”: x → y"),
      ("See a b.", "See [a b](y).", "“a b” now links to y"),
      ("See [a b](y).", "See a b.", "“a b” no longer links to y"),
      ("See [a](x \"t\").", "See [a](x \"u\").", "title shown at “a”: t → u"),
      ("See ![a](x).", "See ![a](y).", "image address of “a”: x → y"),
      ("a b c", "a *b* c", "“b” is now emphasised"),
      ("a **b** c", "a b c", "“b” is no longer bold"),
      ("a b c", "a ~~b c~~", "“b c” is now struck out"),
      ("a b", "a `b`", "“b” is now set as fixed text"),
      ("a b\nc", "a b\\\nc", "line break behind “a b”"),
      ("- a", "1. a", "form: list → numbered list"),
      ("- a\n- b", "- a\n\n- b", "form: list → list, spaced"),
      ("- [ ] a", "- [x] a", "“a”: unticked item → ticked item"),
      ("#### a", "##### a", "“a”: heading 4 → heading 5"),
      ("a b c", "> a b c", "“a b c”: paragraph → quotation"),
      ("a b", "a\u{A0}b", "only blanks differ"),
      ("the caf\u{E9}", "the cafe\u{301}", "the letters look alike, and are stored differently"),
      ("- a\n  - b\n  - c", "- a\n  - b\n    - c", "“c”: item → list, item"),
      ("> a\n>\n> > b\n>\n> c", "> a\n>\n> > b\n> >\n> > c", "“c”: nesting level 2 → 3"),
    ])
  func notes(old: String, new: String, note: String) throws {
    let redline = try #require(
      RedlineSample.redline(
        RedlineSample.with("### Background", old), RedlineSample.with("### Background", new)))
    #expect(redline.entries.flatMap(\.notes).map(\.text) == [note])
    #expect(RedlineText(width: 200).text(redline).contains(note))
  }

  @Test(
    "gives back both texts of a unit, word for word",
    arguments: [
      ("Pay and get paid here.", "Pay, get paid here."), ("don't", "do not"),
      ("1,000 or 12.5 of it", "1,500 or 12.5 of it"), ("日本語の文章です", "日本の文章でした"), ("a", "b"),
      ("e\u{301}a o\u{308}b", "ea o\u{308}b"), ("👩‍👩‍👧 here", "👩‍👩‍👦 here"), ("a b c d e", "e d c b a"),
      ("one\\\ntwo", "one\\\nthree"),
    ])
  func runs(old: String, new: String) throws {
    let redline = try #require(
      RedlineSample.redline(
        RedlineSample.with("### Background", old + " unchanged words behind it"),
        RedlineSample.with("### Background", new + " unchanged words behind it")))
    let entry = try #require(redline.entries.first)
    #expect(redline.entries.count == 1)
    func text(without kind: Redline.Run.Kind) -> [UInt8] {
      Array(entry.runs.filter { $0.kind != kind }.map(\.text).joined().utf8)
    }
    let tail = " unchanged words behind it"
    #expect(text(without: .inserted) == Array((old.replacing("\\\n", with: " ") + tail).utf8))
    #expect(text(without: .deleted) == Array((new.replacing("\\\n", with: " ") + tail).utf8))
  }

  /// Above the bound of the word comparison: what is no longer shown is how little changed.
  @Test("gives back both texts of a unit that was written anew from end to end")
  func longRuns() throws {
    func text(_ step: Int) -> String {
      (0..<1_500).map { "w\($0 * step % 1_501)\($0 % 9 == 8 ? "\n" : "")" }.joined(separator: " ")
        .replacing("\n ", with: "\n")
    }
    let redline = try #require(
      RedlineSample.redline(
        RedlineSample.with("### Background", "one two three\n" + text(7)),
        RedlineSample.with("### Background", "one two three\n" + text(11))))
    func shown(without kind: Redline.Run.Kind) -> String {
      redline.entries[0].runs.filter { $0.kind != kind }.map(\.text).joined()
    }
    #expect(redline.entries.map(\.kind) == [.reworded])
    #expect(shown(without: .inserted) == "one two three " + text(7).replacing("\n", with: " "))
    #expect(shown(without: .deleted) == "one two three " + text(11).replacing("\n", with: " "))
    #expect(redline.entries[0].runs.contains { $0.kind == .same && $0.text.hasPrefix("one two") })
  }

  @Test("of a first version is all additions")
  func first() throws {
    let policy = try #require(RedlineSample.policy(RedlineSample.first))
    let redline = Redline(from: nil, to: policy)
    #expect(Set(redline.entries.map(\.kind)) == [.added])
    #expect(redline.scopes == Set(Scope.allCases))
    #expect(redline.entries.first { $0.subject == .init(.rule, "PAY-4") } != nil)
    #expect(Redline(from: policy, to: policy).isEmpty)
  }

  @Test("can be cut to some scopes")
  func restricted() throws {
    let redline = try #require(
      edited([("accepting", "taking"), ("in a hurry", "hurried"), ("Most cases", "Many cases")]))
    #expect(redline.scopes == [.policy, .article, .workflow])
    #expect(redline.restricted(to: [.article]).scopes == [.article])
    #expect(redline.restricted(to: [.emails]).isEmpty)
  }

  @Test("for the public holds nothing that the article does not show")
  func publicOnly() throws {
    let mark = "KANARIE"
    let text = RedlineSample.edited([
      ("One ask, offer", "\(mark), offer"),
      ("| 1 | Notification | Warning |", "| 1 | Warning | – |"),
      ("Most cases are", "\(mark) cases are"), ("the quote with", "\(mark) with"),
      ("Payment words", "\(mark) words"), ("on Quillwork?\n", "\(mark)?\n"),
      ("A threat, or", "\(mark), or"), ("Count only", "\(mark) only"),
      ("Please keep", "\(mark) keep"),
      ("Nothing is restricted", "\(mark) is restricted"), ("[eu-dsa]", "[\(mark.lowercased())]"),
      ("[contact-sharing]", "[\(mark.lowercased())]"), ("section 6.2", "section \(mark)"),
      ("    class: significant\n", "    class: significant\n    class_reason: \(mark)\n"),
      // Text in a part of its own shape, which the article drops.
      ("## Exceptions", "\(mark) after the rules.\n\n## Exceptions"),
      ("goods.\n", "goods.\n\n  \(mark) behind a meaning.\n"),
      ("### Someone asked", "\(mark) before.\n\n### Someone asked"),
      ("two years.\n-", "3 years.\n-"),
      ("a payment. |\n", "a payment. |\n| \(mark) | it depends | – | – |\n"),
    ])
    let redline = try #require(RedlineSample.redline(RedlineSample.first, text))
    let shown = redline.publicOnly
    #expect(lines(shown) == ["Words we use: “Relationship”: reworded"])
    let json = String(decoding: try JSONEncoder().encode(shown), as: UTF8.self)
    #expect(!json.lowercased().contains(mark.lowercased()))
    #expect(RedlineText(elision: nil).text(redline).split(separator: mark).count > 15)
  }

  @Test("survives JSON")
  func json() throws {
    let redline = try #require(edited([("or accepting", "or taking"), ("protection/", "p/")]))
    let data = try JSONEncoder().encode(redline)
    #expect(try JSONDecoder().decode(Redline.self, from: data) == redline)
  }
}

@Suite("A proposed class of change") struct ProposedClassTests {
  @Test(
    "follows what changed",
    arguments: [
      ("even if no money", "even when no money", .significant),
      ("- **PAY-3** Sending or accepting a payment outside Quillwork.\n", "", .significant),
      ("two years.", "three years.", .significant),
      ("is the receipt", "is a receipt", .significant),
      ("with the reasons", "without reasons", .significant),
      ("or concealed", "or hid", .significant),
      ("| 3 | Restriction |", "| 3 | Warning |", .significant),
      ("12 months\n\n##", "1 month\n\n##", .significant),
      ("[eu-dsa]", "[]", .minor), ("talent, agencies", "talent, firms", .minor),
      ("Talking", "Speaking", .minor),
      ("title: Taking", "title: On taking", .minor),
      ("no money has moved", "no *money* has moved", .minor),
      ("no money has moved", "no ~~money~~ has moved", .significant),
      ("no money has moved", "no [money](x) has moved", .significant),
      ("in a hurry", "hurried", .editorial), ("Most cases", "Many cases", .editorial),
      ("2026-07-01", "2026-08-01", .editorial), ("Please keep", "Do keep", .editorial),
    ] as [(String, String, Policy.Change.Class)])
  func proposed(old: String, new: String, expected: Policy.Change.Class) throws {
    let redline = try #require(edited([(old, new)]))
    #expect(!redline.isEmpty)
    #expect(Policy.Change.Class.proposed(by: redline, isFirstVersion: false) == expected)
    #expect(Policy.Change.Class.proposed(by: redline, isFirstVersion: true) == .significant)
  }

  @Test("is minor where rules only stand in another order")
  func order() throws {
    let (one, two) = ("- **PAY-8** Hiding it.", "- **PAY-9** Selling it.")
    let redline = try #require(
      RedlineSample.redline(
        RedlineSample.with("## What's not allowed", "\(one)\n\(two)"),
        RedlineSample.with("## What's not allowed", "\(two)\n\(one)")))
    #expect(Policy.Change.Class.proposed(by: redline, isFirstVersion: false) == .minor)
  }
}
