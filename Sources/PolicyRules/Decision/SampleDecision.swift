import PolicyModel

/// The decisions of the examples: each shows one thing, the rest is sound.
enum SampleDecision {
  static func part(_ steps: String) -> RuleDescription.Example { .part("### Decision\n\n" + steps) }

  static let sound = part(
    """
    1. Does the post advertise something?
       - Yes → next
       - No → no action
    2. Was the author asked to stop before?
       - Yes → severity 2
       - No → severity 1
    """)
}
