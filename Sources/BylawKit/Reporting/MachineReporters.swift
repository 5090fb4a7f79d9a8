internal import FoundationEssentials
import CommonMark
package import PolicyModel

/// Findings as one JSON document. Stable: keys are only ever added.
package enum JSONReporter {
  private struct Report: Encodable {
    var findings: [Item]
    var summary: [String: Int]
    var change: ChangeReport?
  }

  private struct Item: Encodable {
    var rule: RuleID
    var severity: Severity
    var path: String?
    var start: Position?
    var end: Position?
    var headline: String
    var explanation: String?
    var notes: [Note]
    var help: String?
  }

  private struct Position: Encodable {
    var line: Int
    var column: Int
    /// In bytes from the start of the file.
    var offset: Int
  }

  private struct Note: Encodable {
    var text: String
    var path: String?
    var line: Int?
    var column: Int?
  }

  package static func report(_ findings: [Finding], change: ChangeReport? = nil) -> String {
    var summary: [String: Int] = [:]
    for severity in Severity.allCases {
      summary[severity.rawValue] = findings.count { $0.severity == severity }
    }
    return json(Report(findings: findings.map(item), summary: summary, change: change))
  }

  /// Two spaces, keys in order, a newline at the end.
  package static func json(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { return "{}\n" }
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  private static func item(_ finding: Finding) -> Item {
    let location = finding.location
    return Item(
      rule: finding.rule, severity: finding.severity, path: location?.path,
      start: location.map {
        Position(line: $0.start.line, column: $0.start.column, offset: $0.range.lowerBound)
      },
      end: location.map {
        Position(line: $0.end.line, column: $0.end.column, offset: $0.range.upperBound)
      },
      headline: finding.headline, explanation: finding.explanation,
      notes: finding.notes.map {
        Note(
          text: $0.text, path: $0.location?.path, line: $0.location?.start.line,
          column: $0.location?.start.column)
      }, help: finding.help)
  }
}

/// Findings as workflow commands of GitHub Actions: annotations on the changed lines.
package enum GitHubReporter {
  package static func report(_ findings: [Finding]) -> String {
    findings.map { finding in
      let command =
        switch finding.severity {
        case .error: "error"
        case .warning: "warning"
        case .advice, .note: "notice"
        }
      var properties: [String] = []
      if let location = finding.location {
        properties = [
          "file=\(property(location.path))", "line=\(location.start.line)",
          "col=\(location.start.column)", "endLine=\(location.end.line)",
          "endColumn=\(max(location.end.column, location.start.column))",
        ]
      }
      properties.append("title=\(property(finding.rule.name))")
      let text = [finding.headline, finding.explanation, finding.help].compactMap { $0 }
        .joined(separator: "\n")
      return "::\(command) \(properties.joined(separator: ","))::\(data(text))\n"
    }.joined()
  }

  /// What a command's text must not hold as it is; the rest cannot end the line or begin another.
  private static func data(_ text: String) -> String {
    TerminalText.safe(text.replacing("\n", with: "\u{E000}")).replacing("%", with: "%25")
      .replacing("\u{E000}", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    TerminalText.safe(text).replacing("%", with: "%25").replacing(":", with: "%3A")
      .replacing(",", with: "%2C")
  }
}
