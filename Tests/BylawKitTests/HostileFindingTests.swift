import CommonMark
import Foundation
import PolicyModel
import Testing

@testable import BylawKit

/// Texts that would take over a terminal or a CI log.
private let hostile = [
  "\u{1B}[2K\u{1B}[1A", "\r", "\u{9B}31m", "\u{202E}txt", "\u{2066}", "\u{200B}", "\u{0}", "\u{8}",
  "\u{7F}", "\u{2028}", "\u{FEFF}", "a\nb", "a\r\nb", "::error::forged", "\n::error::forged",
  "a\r\n::set-output name=x::y", "%0A::error::forged", "##[error]forged", "a ##[add-mask]b",
  "x,line=9::forged", "]]>", ":\u{301}:error", "%\u{301}0A",
  String(repeating: "w ", count: 60)
    + "::error::forged", "a\n  ::error::b",
]

@Suite struct `Hostile text in a finding` {
  private static func findings(_ text: String) throws -> [Finding] {
    let file = SourceFile(path: "p/\(text).md", text: SourceText("\(text)\n"))
    let location = file.location(0..<1)
    return [
      try finding("x \(text) word", on: "word", path: "p/\(text).md"),
      try finding(
        "a", on: "a", headline: text, explanation: text, notes: [.init(text, at: location)],
        help: text),
      Finding(RuleID("a-rule"), .note, at: nil, text, notes: [.init(text)]),
    ]
  }

  /// Scalars that act on a terminal.
  private static func acts(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0..<0x20, 0x7F...0x9F, 0x200B...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  @Test(arguments: hostile) func `is made visible`(text: String) throws {
    let findings = try Self.findings(text)
    for report in [
      plain.full(findings), plain.concise(findings), GitHubReporter.report(findings),
    ] {
      let acting = report.unicodeScalars.filter(Self.acts)
      #expect(acting.isEmpty, "\(report.debugDescription)")
    }
    #expect(plain.concise(findings).utf8.count { $0 == 0x0A } == findings.count)
    #expect(GitHubReporter.report(findings).utf8.count { $0 == 0x0A } == findings.count)
  }

  /// The runner takes `::command` at the start of a line, blanks before it or not, and `##[command]`
  /// wherever it stands.
  @Test(arguments: hostile) func `is no command of a CI log`(text: String) throws {
    let findings = try Self.findings(text)
    for report in [plain.full(findings), plain.concise(findings)] {
      #expect(!report.contains("##["))
      for line in report.split(separator: "\n") {
        #expect(!line.trimmingPrefix { $0 == " " }.hasPrefix("::"), "\(line)")
      }
    }
    for line in GitHubReporter.report(findings).split(separator: "\n") {
      let parts = line.dropFirst(2).split(separator: "::", maxSplits: 1)
      let command = try #require(parts.first)
      #expect(["error", "notice"].contains(command.prefix { $0 != " " }))
      let names = command.drop { $0 != " " }.dropFirst().split(separator: ",").map {
        String($0.prefix { $0 != "=" })
      }
      #expect(
        names == ["title"]
          || names == ["file", "line", "col", "endLine", "endColumn", "title"], "\(line)")
    }
  }

  // Foundation's reader drops a mark at the start of a string, so that one is left out.
  @Test(arguments: hostile.filter { $0 != "\u{FEFF}" }) func `is data in JSON`(text: String) throws
  {
    let report = JSONReporter.report(try Self.findings(text))
    let value = try JSONSerialization.jsonObject(with: Data(report.utf8))
    let items = try #require((value as? [String: Any])?["findings"] as? [[String: Any]])
    let headline = try #require(items[1]["headline"] as? String)
    #expect(headline.utf8.elementsEqual(text.utf8))
    #expect(!report.utf8.dropLast().contains { $0 < 0x20 && $0 != 0x0A })
  }
}
