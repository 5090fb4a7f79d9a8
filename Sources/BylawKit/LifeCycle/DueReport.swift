import PolicyModel

/// What needs attention, person by person.
package struct DueReport: Sendable {
  let palette: Palette

  package init(palette: Palette) { self.palette = palette }

  package func text(_ result: DueJob.Result) -> String {
    guard !result.items.isEmpty else { return "Nothing needs attention.\n" }
    let people = Set(result.items.flatMap(\.who)).sorted()
    var parts = people.map { person in
      section(name(person, result.workspace), result.items.filter { $0.who.contains(person) })
    }
    let nobody = result.items.filter(\.who.isEmpty)
    if !nobody.isEmpty { parts.append(section("Nobody can do this", nobody)) }
    return parts.joined(separator: "\n")
  }

  private func section(_ title: String, _ items: [DueItem]) -> String {
    let width = items.map { TerminalText.width(of: $0.policy) }.max() ?? 0
    var out = palette.strong(title) + "\n"
    for item in items {
      let gap = String(repeating: " ", count: width - TerminalText.width(of: item.policy))
      let indent = String(repeating: " ", count: width + 4)
      var words = safe(item.what) + "."
      if item.isOverdue {
        let days = item.overdueDays
        words = "Overdue by \(days) \(days == 1 ? "day" : "days"): " + words
      }
      let lines = Wrapping.lines(words, width: max(40, 96 - width - 4))
      out += "  \(safe(item.policy))\(gap)  "
      out += lines.map { item.isOverdue ? palette.bad($0) : $0 }.joined(separator: "\n" + indent)
      out += "\n"
      if let command = item.command { out += indent + palette.faint(safe(command)) + "\n" }
    }
    return out
  }

  private func name(_ address: String, _ workspace: Workspace) -> String {
    safe(workspace.people[address].map { "\($0.name) <\(address)>" } ?? address)
  }

  private func safe(_ text: String) -> String { TerminalText.safe(text) }

  /// Stable: keys are only ever added.
  package static func json(_ result: DueJob.Result) -> String {
    struct Unread: Encodable {
      var policy: String
      var reason: String
    }
    struct Document: Encodable {
      var items: [DueItem]
      var unread: [Unread]
    }
    return JSONReporter.json(
      Document(
        items: result.items,
        unread: result.unread.map { Unread(policy: $0.policy, reason: $0.reason) }))
  }
}
