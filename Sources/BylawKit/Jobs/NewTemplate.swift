import PolicyModel

/// The parts of a new policy, each with a comment that says what belongs there.
///
/// They stand in one comment, so that the file begins with what research needs and shows what comes.
enum NewTemplate {
  static func parts(_ workspace: Workspace) -> String {
    var text = "<!-- What comes later. Take each part out of this comment when you write it.\n"
    for description in PartKind.descriptions
    where description.level == 2 && description.kind != .reason {
      guard let hint = hints[description.kind] else { continue }
      text += "\n## \(workspace.heading(of: description.kind))\n\n\(hint)\n"
      if description.kind == .moderators { text += "\n" + moderators(workspace) }
    }
    return text + "-->\n"
  }

  private static func moderators(_ workspace: Workspace) -> String {
    PartKind.descriptions.filter { $0.level == 3 }.compactMap { description in
      hints[description.kind].map { "### \(workspace.heading(of: description.kind))\n\n\($0)\n" }
    }.joined(separator: "\n")
  }

  private static let hints: [PartKind: String] = [
    .scope: "Public. Who is bound, and where.",
    .definitions: "- **term**: its one meaning",
    .allowed: "- What people may do: begin with what they fear is forbidden.",
    .notAllowed: "- **ABC-1** One thing that is not allowed. Ids are never used again.",
    .exceptions: "- When the rule does not hold, and what proves it.",
    .consequences: "Every action of the ladder, in words.",
    .examples:
      "| Example | Verdict | Rule | Why |\n|---|---|---|---|\n| … | not allowed | ABC-1 | … |",
    .questions: "A third-level heading for each question, its answer below.",
    .moderators: "Internal from here on, but for the e-mails.",
    .emails:
      "One third-level heading for each action, then:\n- **Subject:** …\n- **Preview:** …\n"
      + "- **Says:** stays-active, reply, contest",
    .severity:
      "| Severity | What it looks like | Rules |\n|---|---|---|\n| 1 | Once, no harm | ABC-1 |",
    .ladder:
      "| Severity | First time | Second time |\n|---|---|---|\n| 1 | Warning | Restriction |\n\n"
      + "**Counts:** same rule, within 12 months",
    .background: "What moderators should know of the research.",
    .evidence: "- What proves it, and what does not.",
    .signals: "- What prompts a look. A signal is never proof.",
    .decision: "1. A question?\n   - Yes → severity 1\n   - No → no action",
    .calibration:
      "| Case | Verdict | Rule | Severity | Action | Why |\n|---|---|---|---|---|---|\n"
      + "| … | not allowed | ABC-1 | 1 | Warning | … |",
    .escalation: "| When | Who | Within |\n|---|---|---|\n| … | … | 24 hours |",
    .checklist: "- What to check and to note before acting.",
  ]
}
