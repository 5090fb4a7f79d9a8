package import PolicyModel

/// Colour repeats what words say already: severities, states, and what was removed or added.
package struct Palette: Sendable {
  package let isColored: Bool

  package init(isColored: Bool) { self.isColored = isColored }

  package func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: paint(severity.rawValue, "1;31")
    case .warning: paint(severity.rawValue, "1;33")
    case .advice: paint(severity.rawValue, "1;36")
    case .note: severity.rawValue
    }
  }

  package func good(_ text: String) -> String { paint(text, "32") }
  package func bad(_ text: String) -> String { paint(text, "1;31") }
  package func faint(_ text: String) -> String { paint(text, "2") }
  package func removed(_ text: String) -> String { paint(text, "31") }
  package func added(_ text: String) -> String { paint(text, "32") }
  package func strong(_ text: String) -> String { paint(text, "1") }

  func caret(_ text: String, _ severity: Severity) -> String {
    switch severity {
    case .error: paint(text, "31")
    case .warning: paint(text, "33")
    case .advice, .note: paint(text, "36")
    }
  }

  private func paint(_ text: String, _ code: String) -> String {
    isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
