import CommonMark
import Foundation
import PolicyModel
import Testing

@testable import BylawKit

/// A finding on `words` in a one-line file.
func finding(
  _ line: String, on words: String, path: String = "a.md", headline: String = "A headline",
  explanation: String? = nil, notes: [Finding.Note] = [], help: String? = nil,
  severity: Severity = .error
) throws -> Finding {
  let file = SourceFile(path: path, text: SourceText(line + "\nnext\n"))
  let range = try #require(file.text.find(words, in: 0..<file.text.bytes.count))
  return Finding(
    "a-rule", severity, at: file.location(range), headline, explanation: explanation, notes: notes,
    help: help)
}

let plain = TextReporter(palette: Palette(isColored: false))

@Suite struct `The full report` {
  /// The line, and the columns that the caret covers, counted as a terminal does.
  private static func caret(_ report: String) throws -> (line: String, columns: Range<Int>) {
    let lines = report.split(separator: "\n").map(String.init)
    let caret = try #require(lines.firstIndex { $0.contains(" | ") && $0.contains("^") })
    let start = lines[caret].prefix { $0 != "^" }.count
    return (lines[caret - 1], start..<start + lines[caret].count { $0 == "^" })
  }

  /// What stands in those columns.
  private static func shown(_ line: String, _ columns: Range<Int>) -> String {
    var column = 0
    var text = ""
    for scalar in line.unicodeScalars {
      let width = TerminalText.width(of: scalar)
      let isIn = columns.contains(column) && width > 0
      let isMark = width == 0 && columns.contains(column - 1)
      if isIn || isMark { text.unicodeScalars.append(scalar) }
      column += width
    }
    return text
  }

  @Test(
    arguments: [
      ("a word b", "word", "word"), ("\ta\tword", "word", "word"), ("日本 word", "word", "word"),
      ("日本語", "本", "本"), ("e\u{301}e\u{301} word", "word", "word"),
      ("a e\u{301}x b", "e\u{301}x", "e\u{301}x"), ("😀😀 word 😀", "word", "word"),
      ("a\tb", "\t", "    "), ("a \u{202E}word", "word", "word"),
      ("\u{1B}[2K word", "word", "word"),
      ("a \u{1B} b", "\u{1B}", "\\u{1B}"),
    ])
  func `has its caret under the words that are meant`(
    line: String, words: String, expected: String
  ) throws {
    let (shown, columns) = try Self.caret(plain.full([finding(line, on: words)]))
    #expect(Self.shown(shown, columns) == expected)
  }

  @Test(arguments: [0, 79, 80, 81, 109, 110, 500])
  func `shows the part of a long line that is meant`(offset: Int) throws {
    let line =
      String(repeating: "a", count: offset) + "word" + String(repeating: "b", count: 500)
    let (shown, columns) = try Self.caret(plain.full([finding(line, on: "word")]))
    #expect(Self.shown(shown, columns) == "word")
    #expect(shown.count < 130)
    #expect(shown.hasSuffix("…"))
  }

  @Test func `points behind the end of a line, and covers a range of lines to the end`() throws {
    let file = SourceFile(path: "a.md", text: SourceText("one\r\ntwo\r\n"))
    for (range, width) in [(3..<3, 1), (3..<4, 1), (4..<5, 1), (1..<7, 2), (10..<10, 0)] {
      let report = plain.full([Finding("a-rule", .error, at: file.location(range), "A headline")])
      #expect(report.count { $0 == "^" } == width, "\(range)")
      #expect(report.count { $0 == "\r\n" } == 0)
    }
  }

  @Test func `is cut where it would scroll away, and says so`() throws {
    let many = Array(repeating: try finding("a", on: "a"), count: 250)
    let report = plain.full(many)
    #expect(report.count { $0 == "^" } == TextReporter.maximumFull)
    #expect(report.contains("… and 50 more."))
    #expect(plain.concise(many).split(separator: "\n").count == 250)
  }

  @Test func `has colours for the severity only when asked`() throws {
    let colored = TextReporter(palette: Palette(isColored: true))
    let report = colored.full([try finding("a", on: "a")])
    #expect(report.contains("\u{1B}[1;31merror\u{1B}[0m"))
    #expect(!plain.full([try finding("a", on: "a")]).contains("\u{1B}"))
  }
}

@Suite struct `The report for machines` {
  @Test func `keeps its keys`() throws {
    let note = Finding.Note("A note", at: try finding("a word", on: "word").location)
    let report = JSONReporter.report([
      try finding("a \u{1F600} word", on: "word", explanation: "E", notes: [note], help: "H"),
      Finding("b-rule", .warning, at: nil, "Elsewhere"),
    ])
    #expect(
      report == """
        {
          "findings" : [
            {
              "end" : {
                "column" : 9,
                "line" : 1,
                "offset" : 11
              },
              "explanation" : "E",
              "headline" : "A headline",
              "help" : "H",
              "notes" : [
                {
                  "column" : 3,
                  "line" : 1,
                  "path" : "a.md",
                  "text" : "A note"
                }
              ],
              "path" : "a.md",
              "rule" : "a-rule",
              "severity" : "error",
              "start" : {
                "column" : 5,
                "line" : 1,
                "offset" : 7
              }
            },
            {
              "headline" : "Elsewhere",
              "notes" : [

              ],
              "rule" : "b-rule",
              "severity" : "warning"
            }
          ],
          "summary" : {
            "advice" : 0,
            "error" : 1,
            "note" : 0,
            "warning" : 1
          }
        }

        """)
  }

  @Test func `is one command for each finding on GitHub`() throws {
    #expect(
      GitHubReporter.report([
        try finding("a word", on: "word", path: "a,b:c.md", explanation: "100 %", help: "Help")
      ])
        == "::error file=a%2Cb%3Ac.md,line=1,col=3,endLine=1,endColumn=7,title=a-rule"
        + "::A headline%0A100 %25%0AHelp\n")
  }
}

@Suite struct `The summary` {
  @Test(
    arguments: [
      ([], 3, "Nothing to mend in 3 files."), ([.error], 1, "1 error in 1 file."),
      ([.error, .error, .warning], 2, "2 errors and 1 warning in 2 files."),
      (
        [.note, .advice, .warning, .error], 0,
        "1 error, 1 warning, 1 piece of advice and 1 note in 0 files."
      ),
      ([.advice, .advice, .note, .note], 2, "2 pieces of advice and 2 notes in 2 files."),
    ] as [([Severity], Int, String)])
  func `counts in words`(severities: [Severity], files: Int, words: String) {
    let findings = severities.map { Finding("a-rule", $0, at: nil, "A headline") }
    #expect(Summary.words(findings, files: files) == words)
  }
}
