import CommonMark
package import PolicyModel
import PolicyReading

/// One policy for the terminal: its facts, then its parts as they are written.
package struct ShowJob: Sendable {
  package var checked: CheckedWorkspace
  package var id: String
  /// One kind of part; `nil` for everything that readers and moderators see.
  package var part: PartKind?
  /// Another text than that of the working tree.
  package var approved: Policy?
  /// What stands above the facts.
  package var note: String?

  package init(
    checked: CheckedWorkspace, id: String, part: PartKind? = nil, approved: Policy? = nil,
    note: String? = nil
  ) {
    self.checked = checked
    self.id = id
    self.part = part
    self.approved = approved
    self.note = note
  }

  /// `nil` where there is no such policy.
  package func text(palette: Palette) -> String? {
    let found = checked.files.readings.compactMap(\.policy).first { $0.id == id }
    guard let policy = approved ?? found else { return nil }
    if let part { return policy.part(part).map { body($0, policy) } ?? "" }
    return facts(policy, palette) + policy.parts.map { "\n" + body($0, policy) }.joined()
  }

  package func nearest() -> String? {
    nearestName(to: id, among: checked.files.readings.compactMap { $0.policy?.id })
  }

  private func facts(_ policy: Policy, _ palette: Palette) -> String {
    let facts = policy.facts
    var out = (note.map { TerminalText.safe($0) + "\n\n" }) ?? ""
    out += palette.strong(TerminalText.safe(facts.title?.value ?? facts.id.value)) + "\n"
    if let summary = facts.summary {
      out += Wrapping.lines(TerminalText.safe(summary.value), width: 90)
        .map { $0 + "\n" }.joined()
    }
    out += "\n"
    let rows: [(String, String?)] = [
      ("Policy", facts.id.value), ("Theme", facts.theme?.value.title),
      ("Stage", facts.stage?.value.rawValue), ("Version", facts.version.map { "\($0.value)" }),
      ("Announced", facts.announced?.value.inWords),
      ("Effective", facts.effective?.value.inWords), ("Owner", facts.owner.map { name($0.value) }),
      ("Rules", policy.rules.map(\.id.value).joined(separator: ", ")),
      ("File", policy.source.path),
    ]
    for (label, value) in rows {
      guard let value, !value.isEmpty else { continue }
      out +=
        label + String(repeating: " ", count: 11 - label.count) + TerminalText.safe(value) + "\n"
    }
    return out
  }

  private func name(_ address: String) -> String {
    checked.folder.settings.people[address].map { "\($0.name) <\(address)>" } ?? address
  }

  private func body(_ part: Policy.Part, _ policy: Policy) -> String {
    let text = policy.source.text.string(part.range).trimmingEnds
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { TerminalText.safe($0.hasSuffix("\r") ? $0.dropLast() : $0) + "\n" }.joined()
  }
}

extension String {
  /// Without line ends and blanks at either end.
  fileprivate var trimmingEnds: String {
    var text = Substring(self)
    while let last = text.unicodeScalars.last, last.properties.isWhitespace {
      text.unicodeScalars.removeLast()
    }
    while let first = text.unicodeScalars.first, first.properties.isWhitespace {
      text.unicodeScalars.removeFirst()
    }
    return String(text)
  }
}
