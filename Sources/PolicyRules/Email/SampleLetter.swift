import PolicyModel

/// The letters of the examples: a sound warning, but for the one thing that each shows.
enum SampleLetter {
  static func warning(
    subject: String = "A warning about advertising",
    preview: String = "Your account stays active. Here is what we saw, and what to do now.",
    says: String = "stays-active, reply, contest", more: String = "",
    facts: String = "On {{case.opened_at}} we opened a case. {{case.facts}}"
  ) -> RuleDescription.Example {
    .message(
      """
      ### Warning

      - **Subject:** \(subject)
      - **Preview:** \(preview)
      - **Says:** \(says)

      This is a warning. Your account stays active.

      \(facts) The rule is {{rule.id}}, [in our help centre]({{rule.url}}). {{rule.why}}

      **If it happens again:** {{recurrence.next}}

      If you think that this is a mistake, reply by {{appeal.deadline}}: your reply reaches the team
      that handles your case.\(more)
      """)
  }

  static let sound = warning()

  static func without(_ line: String) -> RuleDescription.Example {
    let lines = sound.text.split(separator: "\n", omittingEmptySubsequences: false)
    return .message(lines.filter { !$0.hasPrefix(line) }.joined(separator: "\n"))
  }
}
