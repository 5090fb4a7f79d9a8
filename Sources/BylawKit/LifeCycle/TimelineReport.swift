import PolicyModel
package import PolicyProjection

/// The life of a policy for the terminal: a tree for each version, newest last.
package struct TimelineReport: Sendable {
  let palette: Palette

  package init(palette: Palette) { self.palette = palette }

  package func text(_ timeline: Timeline) -> String {
    var out = palette.strong(safe(timeline.policy)) + ": " + safe(timeline.title) + "\n"
    for version in timeline.versions {
      out += "\n" + palette.strong("Version \(version.number)")
      out += ", " + words(version, timeline) + "\n"
      out += TreeLines(nodes(version.events)).text
    }
    if timeline.versions.isEmpty { out += "Nothing has happened yet.\n" }
    return out
  }

  private func words(_ version: Timeline.Version, _ timeline: Timeline) -> String {
    switch version.state {
    case .draft:
      version.number == timeline.versions.last?.number
        ? "in \(timeline.stage?.rawValue ?? "no stage")" : "never released"
    case .upcoming: "binds from \(version.from?.inWords ?? "?")"
    case .inForce:
      "in force since \(version.from?.inWords ?? "?")"
        + (version.until.map { " and until \($0.inWords)" } ?? "")
    case .past:
      "was in force from \(version.from?.inWords ?? "?") to \(version.until?.inWords ?? "?")"
    case .withdrawn: "withdrawn"
    }
  }

  /// What belongs to a round stands below its opening.
  private func nodes(_ events: [Timeline.Event]) -> [TreeLines.Node] {
    let opened = Set(events.filter { $0.kind == .roundOpened }.compactMap(\.round))
    func isPart(_ event: Timeline.Event) -> Bool {
      event.kind != .roundOpened && (event.round.map(opened.contains) ?? false)
    }
    return events.filter { !isPart($0) }.map { event in
      var node = node(event)
      if event.kind == .roundOpened {
        node.children = events.filter { isPart($0) && $0.round == event.round }
          .map { self.node($0) }
      }
      return node
    }
  }

  private func node(_ event: Timeline.Event) -> TreeLines.Node {
    var text = "\(event.on) " + headline(event)
    if let commit = event.commit, [.released, .amended, .adopted, .ended].contains(event.kind) {
      text += palette.faint(" (\(commit.short))")
    } else if event.commit == nil {
      text += palette.faint(" (not committed)")
    }
    var details: [String] = []
    for words in [event.reason, event.text].compactMap(\.self) {
      details += words.split(separator: "\n", omittingEmptySubsequences: false)
        .flatMap { Wrapping.lines(safe($0), width: 80) }.map { palette.faint($0) }
    }
    return .init(text: text, details: details)
  }

  private func headline(_ event: Timeline.Event) -> String {
    let scopes = safe((event.scopes ?? []).joined(separator: ", "))
    let groups = safe((event.groups ?? []).joined(separator: ", "))
    let by = safe(event.by ?? "nobody")
    switch event.kind {
    case .step:
      let step = event.stage?.rawValue ?? "?"
      if event.isWithdrawal == true { return "given up, by \(by): the file is in \(step)" }
      return (event.isUrgent == true ? "\(step), without notice" : step) + ", by \(by)"
    case .roundOpened:
      return "round \(event.round ?? 0) asks \(groups) about \(scopes)"
    case .roundClosed:
      return "closed: \(event.outcome?.rawValue ?? "no outcome")"
    case .record:
      let purpose = event.purpose.flatMap { $0 == "round" ? nil : "\($0): " } ?? ""
      let standIn = event.isStandIn == true ? ", " + ScopeVerdict.standingIn(for: groups) : ""
      let forge = event.isToldByForge == true ? ", \(ScopeVerdict.toldByForge)" : ""
      return "\(purpose)\(event.verdict?.rawValue ?? "?"), \(by) for \(groups)\(standIn)\(forge)"
    case .released: return "approved words landed, by \(by)"
    case .amended: return "amended (\(scopes)), by \(by)"
    case .adopted: return "taken as approved: judging begins here"
    case .ended: return "ends"
    }
  }

  private func safe(_ text: some StringProtocol) -> String { TerminalText.safe(text) }
}
