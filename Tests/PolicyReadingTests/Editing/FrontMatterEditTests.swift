import CommonMark
import PolicyModel
import Testing

@testable import PolicyReading

/// One edit, what it is made in, and what must come of it: both are front-matter without fences.
struct EditCase: Sendable, CustomTestStringConvertible {
  var name: String
  var before: String
  var after: String
  var edit: @Sendable (inout FrontMatterEditor) throws(EditProblem) -> Void

  init(
    _ name: String, _ before: String, _ after: String,
    _ edit: @escaping @Sendable (inout FrontMatterEditor) throws(EditProblem) -> Void
  ) {
    self.name = name
    self.before = before
    self.after = after
    self.edit = edit
  }

  var testDescription: String { name }

  /// Edits and reads back. In front of it stands what the schema asks for.
  static func edit(
    _ text: String, _ edit: (inout FrontMatterEditor) throws(EditProblem) -> Void
  ) throws(EditProblem) -> String {
    var editor = try FrontMatterEditor(SourceText(text))
    try edit(&editor)
    return String(decoding: try editor.finished(), as: UTF8.self)
  }

  static func file(_ yaml: String, end: String = "---\n\nThe body.\n") -> String {
    "---\nid: a\ntitle: A\ntheme: safety\n\(yaml)\(end)"
  }

  func check(_ change: (String) -> String) {
    #expect(throws: Never.self) {
      let edited = try Self.edit(change(Self.file(before)), edit)
      #expect(edited == change(Self.file(after)))
    }
  }
}

private let step: EditValue = .record([
  ("stage", .text("development")), ("on", day(2026, 4, 7)), ("by", .text("dana@q.example")),
])

func day(_ year: Int, _ month: Int, _ day: Int) -> EditValue {
  CalendarDate(year: year, month: month, day: day).map { .date($0) } ?? .text("no such day")
}

private let least = "stage: research\nversion: 1\n"

@Suite("An edit of front-matter")
struct FrontMatterEditTests {
  private static let cases: [EditCase] = [
    EditCase(
      "replaces a value and keeps the comment behind it",
      "stage:   research  # a copy\nversion: 1\n", "stage:   development  # a copy\nversion: 1\n"
    ) { editor throws(EditProblem) in try editor.set("stage", to: .text("development")) },
    EditCase(
      "adds a key behind the nearest earlier one, above the comments below it",
      "related: []\n# The people\nowner: d@q.example\n" + least,
      "related: []\nannounced: 2026-04-07\n# The people\nowner: d@q.example\n" + least
    ) { editor throws(EditProblem) in try editor.set("announced", to: day(2026, 4, 7)) },
    EditCase(
      "adds a record of its own as one line",
      least + "withdrawn: [2]\n",
      least + "withdrawn: [2]\nretired: {on: 2026-04-07, reason: Nobody asks any more.}\n"
    ) { editor throws(EditProblem) in
      try editor.set(
        "retired",
        to: .record([("on", day(2026, 4, 7)), ("reason", .text("Nobody asks any more."))]))
    },
    EditCase(
      "removes a key with its lines, and leaves the comments around it",
      "# above\nsummary: >-\n  long\n\n  text\n# below\n" + least, "# above\n# below\n" + least
    ) { editor throws(EditProblem) in try editor.remove("summary") },
    EditCase(
      "removes the comments within the lines of a key",
      "basis: # why\n  # first\n  - {kind: terms, ref: x} # one\n  # second\n"
        + "  - kind: law\n    ref: y # two\n  # third\n" + least, "  # third\n" + least
    ) { editor throws(EditProblem) in try editor.remove("basis") },
    EditCase(
      "replaces a folded text by a plain one",
      "summary: >- # folded\n  one\n  two\n# next\n" + least,
      "summary: Three words now\n# next\n"
        + least
    ) { editor throws(EditProblem) in try editor.set("summary", to: .text("Three words now")) },
    EditCase(
      "replaces a text over several lines by a plain one",
      "summary: one\n  two\n    three # end\n" + least, "summary: four # end\n" + least
    ) { editor throws(EditProblem) in try editor.set("summary", to: .text("four")) },
    EditCase(
      "fills a key that is empty", "owner: # who?\n" + least, "owner: d@q.example # who?\n" + least
    ) { editor throws(EditProblem) in try editor.set("owner", to: .text("d@q.example")) },
    EditCase(
      "leaves as it is written what has the value already",
      "stage: 'research'\nversion: 1\n", "stage: 'research'\nversion: 1\n"
    ) { editor throws(EditProblem) in try editor.set("stage", to: .text("research")) },
    EditCase(
      "replaces a list of lines by one line",
      "applies_to: # whom\n  # both\n  - a\n  # and\n  - b # last\n# next\n" + least,
      "applies_to: [c, d] # whom\n# next\n" + least
    ) { editor throws(EditProblem) in
      try editor.set("applies_to", to: .list([.text("c"), .text("d")]))
    },
    EditCase(
      "replaces one line by lines, and keeps the comment",
      "history: [{stage: research, on: 2026-01-01, by: a@q.example}] # steps\n" + least,
      "history: # steps\n  - {stage: development, on: 2026-04-07, by: dana@q.example}\n" + least
    ) { editor throws(EditProblem) in try editor.set("history", to: .list([step])) },
    EditCase(
      "reaches values behind characters of many bytes",
      "title_: x\n".replacing("title_: x\n", with: "summary: \"😀 e\u{301} 漢\" # é\n")
        + "history: [{reason: \"😀é\", stage: research, on: 2026-01-01, by: a@q.example}]\n" + least,
      "summary: \"😀 e\u{301} 漢\" # é\nhistory: [{reason: \"😀é\", stage: iteration, "
        + "on: 2026-01-01, by: a@q.example}]\n" + least
    ) { editor throws(EditProblem) in
      try editor.set("stage", to: .text("iteration"), inItem: 0, of: "history")
    },
  ]

  @Test("touches what was meant, and nothing else", arguments: Self.cases)
  func touches(_ test: EditCase) {
    test.check { $0 }
    test.check { $0.replacing("\n", with: "\r\n") }
    test.check { "\u{FEFF}" + $0 }
    test.check { $0.replacing("---\n\nThe body.\n", with: "...") }
  }

  @Test(
    "writes texts so that every reader of YAML reads a text",
    arguments: [
      ("plain words", "plain words"), ("it's \"so\"", "it's \"so\""), ("a, b [c]", "a, b [c]"),
      ("dana@q.example", "dana@q.example"), ("3 months", "3 months"), ("é漢😀", "é漢😀"),
      ("https://q.example/#a", "https://q.example/#a"), ("“so”", "“so”"), ("no", "\"no\""),
      ("Null", "\"Null\""), ("010", "\"010\""), ("1:30", "\"1:30\""), ("1e400", "\"1e400\""),
      ("0x1F", "\"0x1F\""), ("2026-04-07", "\"2026-04-07\""), ("1,310", "\"1,310\""),
      ("a: b", "\"a: b\""), ("a #b", "\"a #b\""), ("a:", "\"a:\""), ("- a", "\"- a\""),
      ("#a", "\"#a\""), ("&a", "\"&a\""), ("*a", "\"*a\""), ("!a", "\"!a\""), ("?a", "\"?a\""),
      ("|", "\"|\""), (">", "\">\""), ("%a", "\"%a\""), ("@a", "\"@a\""), ("`a`", "\"`a`\""),
      ("~", "\"~\""), ("<<", "\"<<\""), ("=", "\"=\""), ("---", "\"---\""), (".inf", "\".inf\""),
      ("-1", "\"-1\""), ("'a'", "\"'a'\""), ("\"a\"", "\"\\\"a\\\"\""), ("{a", "\"{a\""),
      ("a\\b", "a\\b"), ("a\nb\\", "\"a\\nb\\\\\""), ("a\tb", "\"a\\tb\""), (" a ", "\" a \""),
      ("\u{301}a", "\"\u{301}a\""), ("a\"\u{301}: b", "\"a\\\"\u{301}: b\""),
      ("a\u{FEFF}b", "\"a\\ufeffb\""), ("a:\u{A0}b", "\"a:\u{A0}b\""),
    ])
  func texts(text: String, source: String) throws {
    let edited = try EditCase.edit(EditCase.file("summary: x\n" + least)) {
      editor throws(EditProblem) in try editor.set("summary", to: .text(text))
    }
    #expect(edited.utf8.elementsEqual(EditCase.file("summary: \(source)\n" + least).utf8))
  }

  @Test(
    "is refused where the file cannot be read or the value cannot be kept",
    arguments: [
      ("no front-matter\n", "No front-matter"), ("---\na: &x 1\n---\n", "An anchor"),
      ("---\na: 1\na: 2\n---\n", "stands more than once"), ("---\n{id: a}\n---\n", "begin a line"),
      ("---\n\"id\": a\n# \u{7}\n---\n", "control character"),
      (EditCase.file("stage: research\nversion: x\n"), "whole number"),
      (EditCase.file("stag: research\nversion: 1\n"), "is not a key"),
    ])
  func refusals(text: String, words: String) {
    do throws(EditProblem) {
      _ = try EditCase.edit(text) { editor throws(EditProblem) in
        try editor.set("stage", to: .text("research"))
        try editor.remove("stage")
      }
      Issue.record("not refused")
    } catch {
      #expect(error.message.contains(words), "\(error.message)")
    }
  }

  @Test("is refused where a value would change that was not meant")
  func neighbours() throws {
    // Without `stage`, the blank lines below it would belong to the text above it.
    let text = EditCase.file(
      "version: 1\nsummary: |+\n  a\nstage: research\n\nowner: a@q.example\n")
    var editor = try FrontMatterEditor(SourceText(text))
    #expect(throws: EditProblem.self) { try editor.remove("stage") }
    #expect(try editor.finished() == Array(text.utf8))
  }

  @Test("takes over the lines of another version, whatever its line ends")
  func otherVersion() throws {
    let old = EditCase.file("announced: 2026-01-01 # then\n" + least, end: "---\nOld.")
    let new = EditCase.file(
      least
        + "history: # all\n  # first\n  -   {stage: research, on: 2026-01-01, by: a@q.example}\n"
        + "rounds: []\n"
    ).replacing("\n", with: "\r\n")
    let other = try FrontMatterEditor(SourceText(new))
    let merged = try EditCase.edit(old) { editor throws(EditProblem) in
      for key in ["history", "rounds", "announced"] {
        try editor.replaceSource(of: key, with: other)
      }
    }
    #expect(
      merged
        == EditCase.file(
          least + "history: # all\n  # first\n"
            + "  -   {stage: research, on: 2026-01-01, by: a@q.example}\nrounds: []\n",
          end: "---\nOld."))
  }
}
