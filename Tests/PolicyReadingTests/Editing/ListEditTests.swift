import CommonMark
import PolicyModel
import Testing

@testable import PolicyReading

private let least = "stage: research\nversion: 1\n"
private let research = "{stage: research, on: 2026-01-01, by: a@q.example}"
private let step: EditValue = .record([
  ("stage", .text("development")), ("on", day(2026, 4, 7)), ("by", .text("dana@q.example")),
])
private let stepLine = "{stage: development, on: 2026-04-07, by: dana@q.example}"
private let round: EditValue = .record([
  ("round", .number(1)), ("version", .number(1)), ("opened", day(2026, 4, 7)),
  ("scopes", .list([.text("policy")])),
  ("groups", .list([.text("legal"), .text("public-policy"), .text("support")])),
  ("authors", .list([.text("dana@quillwork.example")])),
])
private let opened = """
  round: 1
  version: 1
  opened: 2026-04-07
  scopes: [policy]
  groups: [legal, public-policy, support]
  authors: [dana@quillwork.example]

  """

private func indented(_ lines: String, _ first: String, _ rest: String) -> String {
  let lines = lines.split(separator: "\n")
  return lines.enumerated().map { ($0 == 0 ? first : rest) + $1 + "\n" }.joined()
}

@Suite("An edit of a list in front-matter")
struct ListEditTests {
  private typealias Edit = @Sendable (inout FrontMatterEditor) throws(EditProblem) -> Void
  private static let addStep: Edit = { editor throws(EditProblem) in
    try editor.append(step, to: "history")
  }
  private static let addRound: Edit = { editor throws(EditProblem) in
    try editor.append(round, to: "rounds")
  }
  private static let addChange: Edit = { editor throws(EditProblem) in
    try editor.prepend(
      .record([
        ("version", .number(2)), ("class", .text("minor")),
        ("summary", .text("Clearer: all of it.")),
      ]), to: "changes")
  }
  private static let giveUp: Edit = { editor throws(EditProblem) in
    try editor.append(.number(3), to: "withdrawn")
  }

  private static let cases: [EditCase] = [
    EditCase(
      "adds a line to lines, above the comments below them",
      least + "history:\n  - \(research) # begun\n  # to come\nallow: []\n",
      least + "history:\n  - \(research) # begun\n  - \(stepLine)\n  # to come\nallow: []\n",
      addStep),
    EditCase(
      "keeps the indentation and the blanks of the list",
      least + "history:\n-   \(research)\n", least + "history:\n-   \(research)\n-   \(stepLine)\n",
      addStep),
    EditCase(
      "opens the item where the others are open",
      least + "history:\n    - stage: research\n      on: 2026-01-01\n      by: a@q.example\n",
      least + "history:\n    - stage: research\n      on: 2026-01-01\n      by: a@q.example\n"
        + "    - stage: development\n      on: 2026-04-07\n      by: dana@q.example\n", addStep),
    EditCase(
      "adds to brackets on one line", least + "history: [\(research)]\n",
      least + "history: [\(research),\n          \(stepLine)]\n", addStep),
    EditCase(
      "adds a line to brackets over several lines",
      least + "history: [\n    \(research), # begun\n  ]\n",
      least + "history: [\n    \(research), # begun\n    \(stepLine),\n  ]\n", addStep),
    EditCase(
      "adds the comma that the last line lacks",
      least + "history: [\n    \(research) # begun\n  ]\n",
      least + "history: [\n    \(research), # begun\n    \(stepLine)\n  ]\n", addStep),
    EditCase(
      "begins a list for empty brackets", least + "history: [] # none\n",
      least + "history: # none\n  - \(stepLine)\n", addStep),
    EditCase(
      "begins a list for an empty key", least + "history: # none\nallow: []\n",
      least + "history: # none\n  - \(stepLine)\nallow: []\n", addStep),
    EditCase(
      "begins a list as the others of the file are indented",
      "basis:\n- {kind: law, ref: x}\n" + least,
      "basis:\n- {kind: law, ref: x}\n" + least + "history:\n- \(stepLine)\n", addStep),
    EditCase(
      "opens an item that does not fit on a line", least,
      least + "rounds:\n" + indented(opened, "  - ", "    "), addRound),
    EditCase(
      "puts the newest first, below the comments above the first",
      "changes:\n  # newest first\n  - version: 1\n    class: minor\n    summary: x\n" + least,
      "changes:\n  # newest first\n  - version: 2\n    class: minor\n    summary: \"Clearer: all of "
        + "it.\"\n  - version: 1\n    class: minor\n    summary: x\n" + least,
      addChange),
    EditCase("gives up a first version", least, least + "withdrawn: [3]\n", giveUp),
    EditCase(
      "gives up a version on a line", least + "withdrawn: [1, 2] # two\n",
      least + "withdrawn: [1, 2, 3] # two\n", giveUp),
    EditCase(
      "gives up a version in empty brackets", least + "withdrawn: [ ]\n",
      least + "withdrawn: [3]\n", giveUp),
    EditCase(
      "gives up a version on lines", least + "withdrawn:\n  - 1\n\n  - 2\n\n",
      least + "withdrawn:\n  - 1\n\n  - 2\n  - 3\n\n", giveUp),
    EditCase(
      "closes a round that is open",
      least + "rounds:\n" + indented(opened, "  - ", "    ") + "# end\n",
      least + "rounds:\n"
        + indented(opened + "closed: 2026-05-01\noutcome: approved\n", "  - ", "    ") + "# end\n",
      close),
    EditCase(
      "dates a round on a line that is long enough",
      least + "rounds:\n  - {\(shortRound)} # 1\n",
      least + "rounds:\n  - {\(shortRound), closed: 2026-05-01} # 1\n"
    ) { editor throws(EditProblem) in
      try editor.set("closed", to: day(2026, 5, 1), inItem: 0, of: "rounds")
    },
    EditCase(
      "opens a round that no longer fits on its line",
      least + "rounds:\n- {\(longRound)}\n",
      least + "rounds:\n"
        + indented(
          longRound.replacing(", ", with: "\n") + "\nclosed: 2026-05-01\noutcome: approved\n",
          "- ", "  "), close),
    EditCase(
      "closes a round in braces over several lines",
      least + "rounds:\n  - {round: 1, version: 1,\n     opened: 2026-04-07, scopes: [policy],\n"
        + "     groups: [legal],\n     authors: [a@q.example] # she\n    }\n",
      least + "rounds:\n  - {round: 1, version: 1,\n     opened: 2026-04-07, scopes: [policy],\n"
        + "     groups: [legal],\n     authors: [a@q.example], # she\n     closed: 2026-05-01,\n"
        + "     outcome: approved\n    }\n", close),
    EditCase(
      "writes answers as a list of its own",
      least + "rounds:\n" + indented(opened, "  - ", "    "),
      least + "rounds:\n"
        + indented(
          opened + "answers:\n  - {record: v1.signoff, answer: \"We did, see PAY-2.\"}\n", "  - ",
          "    ")
    ) { editor throws(EditProblem) in
      let answer: EditValue = .record([
        ("record", .text("v1.signoff")), ("answer", .text("We did, see PAY-2.")),
      ])
      try editor.set("answers", to: .list([answer]), inItem: 0, of: "rounds")
    },
    EditCase(
      "adds to the authors of a round",
      least + "rounds:\n  - {\(shortRound)}\n",
      least + "rounds:\n  - {\(shortRound.dropLast(2))[a@q.example, b@q.example]}\n"
    ) { editor throws(EditProblem) in
      try editor.set(
        "authors", to: .list([.text("a@q.example"), .text("b@q.example")]), inItem: 0,
        of: "rounds")
    },
  ]

  private static let shortRound =
    "round: 1, version: 1, opened: 2026-04-07, scopes: [], groups: [], authors: []"
  private static let longRound =
    "round: 1, version: 1, opened: 2026-04-07, scopes: [emails], groups: [legal], authors: [a@q.example]"

  private static let close: Edit = { editor throws(EditProblem) in
    let last = editor.itemCount(of: "rounds") - 1
    // Out of order, to see that the schema decides.
    try editor.set("outcome", to: .text("approved"), inItem: last, of: "rounds")
    try editor.set("closed", to: day(2026, 5, 1), inItem: last, of: "rounds")
  }

  @Test("looks as if its author had written it", arguments: Self.cases)
  func looks(_ test: EditCase) {
    test.check { $0 }
    test.check { $0.replacing("\n", with: "\r\n") }
    test.check { "\u{FEFF}" + $0.replacing("The body.\n", with: "😀 no end") }
  }

  @Test(
    "is refused where it is no list, or the item is not there",
    arguments: [
      ("history: none\n", "a single value"), ("history: {}\n", "a set of keys"),
      ("history: |\n  x\n", "a block of text"), ("rounds: [x]\n", "a single value"),
      ("rounds: []\n", "no item 1"), ("", "no `rounds`"),
    ])
  func refusals(yaml: String, words: String) throws {
    var editor = try FrontMatterEditor(SourceText(EditCase.file(least + yaml)))
    do throws(EditProblem) {
      if yaml.hasPrefix("history") {
        try editor.append(step, to: "history")
      } else {
        try editor.set("outcome", to: .text("approved"), inItem: 0, of: "rounds")
      }
      Issue.record("not refused")
    } catch {
      #expect(error.message.contains(words), "\(error.message)")
    }
  }
}
