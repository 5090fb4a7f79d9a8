import PolicyModel
package import PolicyProjection

/// A review round for the terminal.
package struct RoundReport: Sendable {
  let palette: Palette

  package init(palette: Palette) { self.palette = palette }

  package func text(_ status: RoundStatus, at desk: PolicyDesk) -> String {
    let round = status.round
    var out = palette.strong("\(desk.policy.id), round \(round.number)")
    out += " on version \(round.version): \(round.scopes.joined(separator: ", "))\n"
    if let closed = round.closed {
      out +=
        "Opened \(round.opened), closed \(closed): \(round.outcome?.rawValue ?? "no outcome")\n"
    } else {
      out += "Opened \(round.opened)\n"
    }
    for group in status.groups { out += lines(group, desk, isOpen: round.isOpen) }
    if !status.refused.isEmpty { out += "\nThese records do not count:\n" }
    for refused in status.refused {
      out += "  \(safe(refused.record))\n"
      for line in Wrapping.lines(safe(refused.refusal.description) + ".", width: 90) {
        out += "    \(line)\n"
      }
      let isMadeGood = status.groups.flatMap(\.voices).contains {
        $0.reviewer == refused.reviewer && $0.verdict == .approve && !$0.isStale
      }
      if isMadeGood {
        out += "    Another record of the same reviewer counts.\n"
      } else if let help = refused.refusal.help {
        for line in Wrapping.lines(safe(help), width: 90) { out += "    \(line)\n" }
      }
    }
    if round.isOpen { out += "\n" + next(status, desk) }
    return out
  }

  private func lines(
    _ group: RoundStatus.GroupStatus, _ desk: PolicyDesk, isOpen: Bool
  ) -> String {
    let state =
      group.hasApproved
      ? palette.good("approves")
      : group.hasSpoken ? palette.bad("asks for changes") : "has not spoken"
    var out = "\n  \(safe(name(group.group, desk))) \(state)"
    out += " (\(group.scopes.map(\.rawValue).joined(separator: ", ")))\n"
    for voice in group.voices {
      out += "    \(voice.signed) \(safe(voice.reviewer)): \(voice.verdict.rawValue)"
      out += voice.isToldByForge ? ", \(ScopeVerdict.toldByForge)" : ""
      out += (voice.isStale ? ", of words that have changed since" : "") + "\n"
      for paragraph in voice.text.split(separator: "\n") {
        for line in Wrapping.lines(safe(paragraph), width: 84) { out += "      \(line)\n" }
      }
      if voice.verdict != .approve {
        out += "      \(palette.faint(safe(voice.record)))"
        let answer = desk.policy.facts.rounds.lazy.flatMap(\.answers)
          .first { $0.record == voice.record }?.text
        out += voice.isAnswered ? ", answered\n" : ", no answer yet\n"
        if let answer {
          for line in Wrapping.lines("Answer: " + safe(answer), width: 84) {
            out += "      \(line)\n"
          }
        }
      }
    }
    if isOpen, !group.hasSpoken {
      out += "    waiting for \(group.candidates.map(safe).joined(separator: " or "))\n"
    }
    return out
  }

  private func next(_ status: RoundStatus, _ desk: PolicyDesk) -> String {
    if let waiting = status.waitingFor.first {
      return "Next: bylaw sign \(desk.policy.id) --as \(waiting.group) --approve\n"
    }
    if let voice = status.unanswered.first {
      return "Next: bylaw round close \(desk.policy.id) --answer \"\(safe(voice.record))=TEXT\"\n"
    }
    return "Next: bylaw round close \(desk.policy.id)\n"
  }

  private func name(_ group: String, _ desk: PolicyDesk) -> String {
    desk.settings.workspace.groups[group]?.name ?? group
  }

  private func safe(_ text: some StringProtocol) -> String { TerminalText.safe(text) }
}

extension RedlineText.Style {
  /// Safe for a terminal: what a text contains cannot move the cursor or hide words.
  package static func terminal(_ palette: Palette) -> Self {
    .init(
      deletion: palette.isColored ? ("", "") : ("[-", "-]"),
      insertion: palette.isColored ? ("", "") : ("{+", "+}"),
      paint: { kind, text in
        switch kind {
        case .same: text
        case .deleted: palette.removed(text)
        case .inserted: palette.added(text)
        }
      }, title: { palette.strong($0) }, safe: { TerminalText.safe($0) },
      columns: { TerminalText.width(of: $0) })
  }
}
