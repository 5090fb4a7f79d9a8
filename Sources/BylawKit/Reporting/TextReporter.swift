import CommonMark
package import PolicyModel

/// Findings for people: where, what is wrong, the line with a caret, and what to do.
package struct TextReporter: Sendable {
  package let palette: Palette

  /// More would scroll away what can be mended first.
  static let maximumFull = 200

  package init(palette: Palette) { self.palette = palette }

  package func full(_ findings: [Finding]) -> String {
    var out = ""
    for finding in findings.prefix(Self.maximumFull) {
      out += concise(finding) + "\n"
      if let location = finding.location { out += excerpt(location, finding.severity) }
      if let explanation = finding.explanation { out += indented(explanation) }
      for note in finding.notes {
        let prefix = note.location.map { "\(place($0)): " } ?? ""
        out += indented(prefix + note.text)
      }
      if let help = finding.help { out += indented(help) }
      out += "\n"
    }
    if findings.count > Self.maximumFull {
      out += "… and \(findings.count - Self.maximumFull) more. Mend these first, "
      out += "or see all with --output-format concise.\n\n"
    }
    return out
  }

  package func concise(_ findings: [Finding]) -> String {
    findings.map { concise($0) + "\n" }.joined()
  }

  private func concise(_ finding: Finding) -> String {
    let prefix = finding.location.map { "\(place($0)): " } ?? ""
    return prefix + palette.severity(finding.severity) + " [\(finding.rule)] "
      + TerminalText.safe(finding.headline)
  }

  private func place(_ location: Location) -> String {
    TerminalText.safe(location.path) + ":\(location.start.line):\(location.start.column)"
  }

  private func indented(_ text: String) -> String {
    Wrapping.lines(text, width: 96).map { "  \(TerminalText.safe($0))\n" }.joined()
  }

  /// The line and a caret under the words that are meant, whatever tabs, wide or combining
  /// characters stand before them.
  private func excerpt(_ location: Location, _ severity: Severity) -> String {
    guard !location.line.isEmpty else { return "" }
    let window = Window(location)
    let number = String(location.start.line)
    let gutter = String(repeating: " ", count: number.count)
    let caret = palette.caret(String(repeating: "^", count: window.caretWidth), severity)
    return "  \(number) | \(window.text)\n  \(gutter) | \(window.indent)\(caret)\n"
  }
}

/// The part of a line that fits a screen, with the place that is meant inside it.
private struct Window {
  private(set) var text = ""
  private(set) var indent = ""
  private(set) var caretWidth = 0

  private static let maximum = 110

  init(_ location: Location) {
    let start = location.start.column - 1
    let isOneLine = location.end.line == location.start.line
    let scalars = Array(location.line.unicodeScalars)
    let end = isOneLine ? max(location.end.column - 1, start + 1) : max(scalars.count, start + 1)
    let first = start > Self.maximum - 30 ? start - 30 : 0
    if first > 0 {
      text = "…"
      indent = " "
    }
    for index in first..<min(scalars.count, first + Self.maximum) {
      let isCommand = scalars[index] == "[" && scalars[max(0, index - 2)..<index] == ["#", "#"]
      let shown = isCommand ? "\\u{5B}" : shown(scalars[index])
      text += shown
      let width = TerminalText.width(of: shown)
      if index < start {
        indent += scalars[index] == "\t" ? "    " : String(repeating: " ", count: width)
      } else if index < end {
        caretWidth += scalars[index] == "\t" ? 4 : width
      }
    }
    if first + Self.maximum < scalars.count { text += "…" }
    caretWidth = max(1, caretWidth)
  }

  private func shown(_ scalar: Unicode.Scalar) -> String {
    scalar == "\t" ? "    " : TerminalText.safe(String(Character(scalar)))
  }
}
