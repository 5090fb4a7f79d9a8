import PolicyModel
package import PolicyRules

/// A gate for the terminal: a tree with plain lines, words first.
package struct GateTree: Sendable {
  let palette: Palette
  /// Whether what is met is shown as well.
  let isFull: Bool

  package init(palette: Palette, isFull: Bool = true) {
    self.palette = palette
    self.isFull = isFull
  }

  package func text(_ report: GateReport) -> String {
    var out = "\(palette.strong(report.policy)), version \(report.version), \(verdict(report))\n"
    let shown = report.conditions.filter { isFull || !$0.isMet }
    var deeds = Deeds(report.unmetLeaves)
    for (index, condition) in shown.enumerated() {
      out += lines(condition, indent: "", isLast: index == shown.count - 1, &deeds)
    }
    if !report.isMet {
      // One signature can meet several conditions, and an objection stand in the way of several.
      let count = Set(report.unmetLeaves.map { Deeds.key($0) ?? [$0.id, $0.title] }).count
      out += "\n\(count) \(count == 1 ? "thing is" : "things are") missing.\n"
    }
    return out
  }

  /// What is released already can still owe what its gate asks for.
  private func verdict(_ report: GateReport) -> String {
    if report.isReleased, report.isMet { return "is \(report.gate.adjective)" }
    if report.policy == "common", !report.isMet { return "is not approved yet" }
    if report.stage == report.to {
      return "is in \(report.to.rawValue), and "
        + (report.isMet ? "nothing is missing" : "this is still owed")
    }
    let place = report.to == .retired ? "be retired" : "go to \(report.to.rawValue)"
    return report.isMet ? "can \(place)" : "cannot \(place) yet"
  }

  private func lines(
    _ condition: GateCondition, indent: String, isLast: Bool, _ deeds: inout Deeds
  ) -> String {
    let branch = isLast ? "└─ " : "├─ "
    let below = indent + (isLast ? "   " : "│  ")
    var out = indent + branch + word(condition.state) + " " + safe(condition.title) + "\n"
    if let detail = condition.detail, isFull || !condition.isMet {
      for paragraph in detail.split(separator: "\n") {
        for line in Wrapping.lines(safe(paragraph), width: max(40, 92 - below.count)) {
          out += below + palette.faint(line) + "\n"
        }
      }
    }
    if !condition.isMet, condition.children.isEmpty, let others = deeds.tell(condition) {
      if !condition.who.isEmpty {
        out += below + palette.faint("who  " + condition.who.map(safe).joined(separator: ", "))
        out += "\n"
      }
      if let command = condition.command {
        out += below + palette.faint("do   ") + safe(command) + "\n"
      }
      if !others.isEmpty {
        let words = "The same for: \(others.map(safe).joined(separator: "; "))."
        for line in Wrapping.lines(words, width: max(40, 87 - below.count)) {
          out += below + "     " + palette.faint(line) + "\n"
        }
      }
    }
    let children = condition.children.filter { isFull || !$0.isMet }
    for (index, child) in children.enumerated() {
      out += lines(child, indent: below, isLast: index == children.count - 1, &deeds)
    }
    return out
  }

  private func safe(_ text: some StringProtocol) -> String { TerminalText.safe(text) }

  /// States are words, and colour only repeats them.
  private func word(_ state: GateCondition.State) -> String {
    switch state {
    case .met: palette.good("met")
    case .unmet: palette.bad("unmet")
    case .stale: palette.bad("stale")
    case .void: palette.bad("void")
    case .lost: palette.bad("lost")
    case .notEvaluated: palette.bad("not evaluated")
    }
  }
}

/// What people can do, each command told once with all that it serves.
private struct Deeds {
  private var titles: [[String]: [String]] = [:]
  private var told: Set<[String]> = []

  init(_ leaves: [GateCondition]) {
    for leaf in leaves {
      guard let key = Self.key(leaf), titles[key]?.contains(leaf.title) != true else { continue }
      titles[key, default: []].append(leaf.title)
    }
  }

  /// The titles of the other conditions that it serves; `nil` where it was told already.
  mutating func tell(_ leaf: GateCondition) -> [String]? {
    guard let key = Self.key(leaf) else { return [] }
    guard told.insert(key).inserted else { return nil }
    return titles[key]?.filter { $0 != leaf.title } ?? []
  }

  /// A place to edit is no deed: each thing that is missing there is one of its own.
  static func key(_ leaf: GateCondition) -> [String]? {
    leaf.command.flatMap { $0.hasPrefix("bylaw ") ? [$0] + leaf.who : nil }
  }
}
