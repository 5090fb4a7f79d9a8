extension SoundSample {
  /// *For moderators*, and the parts below it.
  package static let workflow = [
    "## For moderators",
    """
    ### Severity

    | Severity | What it looks like | Rules |
    |---|---|---|
    | 1 | Open advertising by someone whom nobody told about the rule. | SAM-1, SAM-2 |
    | 2 | Hidden advertising, or more of it after a request to stop. | SAM-1, SAM-2 |
    """,
    """
    ### Enforcement ladder

    | Severity | First time | Second time | Third time | If refused |
    |---|---|---|---|---|
    | 1 | Notification | Warning | Timed restriction, 7 days | – |
    | 2 | Warning | Restriction | Block (serious) | Block (refused) |

    **Counts:** same policy, within 12 months
    """,
    """
    ### Background

    Most people who advertise are new and have not read the rule. One plain letter is enough for them.
    """,
    """
    ### Evidence

    - The post, its address and its date.
    - For SAM-2: what shows that the author gains, such as an affiliate link.
    """,
    """
    ### Decision

    1. Does the post recommend something from which its author gains?
       - Yes → next
       - No → no action
       - Cannot tell → escalate: senior queue
    2. Did somebody ask for it, or does it stand in the group for offers?
       - Yes → no action
       - No → next
    3. Is it hidden, or was the author asked to stop before?
       - Yes → severity 2
       - No → severity 1
    """,
    """
    ### Calibration

    | Case | Verdict | Rule | Severity | Action | Why |
    |---|---|---|---|---|---|
    | A new member names her shop under a question that asks for no shop. | not allowed | SAM-1 | 1 | Notification | It is open, and the first time. |
    | A review with an affiliate link that nothing mentions, by a member who was never told. | not allowed | SAM-2 | 2 | Warning | The gain is hidden. |
    | “I wrote a book on this, if it helps”, to a person who asked for books. | allowed | – | – | – | It was asked for. |
    """,
    """
    ### Escalation

    | When | Who | Within |
    |---|---|---|
    | A company asks to have posts removed | legal | 1 working day |
    """,
    """
    ### Before you act

    - Look whether the member was told about the rule in the last 12 months.
    - Read the whole conversation, not only the post.
    """,
  ]
}
