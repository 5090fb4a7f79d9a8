package import PolicyModel

/// What the file of a new policy says where words are still missing. Whoever takes a hint out of its
/// comment has written nothing yet.
package enum TemplateHints {
  package static let summary = "the rule in one sentence of plain words"
  package static let research = (title: "What was read or asked", finding: "What it says")

  package static let parts: [PartKind: String] = [
    .reason:
      "Public. Which harm to people does this prevent? Comments like this one are never shown.",
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
