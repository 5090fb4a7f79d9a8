import PolicyModel

/// The calibration tables of the examples: each shows one thing, the rest is sound.
enum SampleCases {
  static func part(_ rows: String...) -> RuleDescription.Example {
    .part(
      """
      ### Calibration

      | Case | Verdict | Rule | Severity | Action | Why |
      |---|---|---|---|---|---|
      \(rows.joined(separator: "\n"))
      """)
  }

  static let once =
    "| One advertisement under a question. | not allowed | SAM-1 | 1 | Notification | It is the first. |"
  static let fine =
    "| A link to one's own work, asked for. | allowed | – | – | – | They were asked. |"
  static let sound = part(once, fine)
}
