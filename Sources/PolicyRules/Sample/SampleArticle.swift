extension SoundSample {
  /// The public parts, each with its heading.
  package static let article = [
    """
    ## Why we have this rule

    People come here to ask and to answer. An advertisement that nobody asked for takes the place of
    an answer, and a hidden one cheats the person who trusts it.
    """,
    """
    ## Who and what this covers

    The rule covers everyone with an account, and everything that can be posted: questions, answers,
    comments, messages and profiles.
    """,
    """
    ## Words we use

    - **Advertising**: recommending something from which you, or someone who pays you, would gain.
    """,
    """
    ## What's allowed

    - Naming what you do, and linking to it, in your own profile.
    - Recommending your own work to a person who asked for such work, if you say that it is yours.
    """,
    """
    ## What's not allowed

    - **SAM-1** Advertising where nobody asked for it.
    - **SAM-2** Hiding that a post is advertising, or that somebody pays for it.
    """,
    """
    ## Exceptions

    - The group “Offers” exists for advertising. SAM-1 does not apply there.
    """,
    """
    ## What can happen

    What we do depends on how serious it is, and on what came before. We always tell you by e-mail.

    - **Notification**: we point something out. Your account stays active.
    - **Warning**: we tell you that you broke the rule. Your account stays active.
    - **Restriction**: you cannot post until you have taken the advertising down.
    - **Timed restriction**: you cannot post until the day that the e-mail names.
    - **Block**: you can no longer use your account.
    """,
    """
    ## Examples

    | Example | Verdict | Rule | Why |
    |---|---|---|---|
    | “My agency does taxes, write to me!” under a question about tax. | not allowed | SAM-1 | The question asked for an answer. |
    | “I tried them all, and this one is the best.” The author is paid for it. | not allowed | SAM-2 | Readers cannot tell. |
    | “You asked for a tax adviser. I am one; here is my page.” | allowed | – | It was asked for, and it says whose it is. |
    """,
    """
    ## Questions

    ### May I put a link to my shop into my answers?

    If the question asks for such a shop, yes: say that it is yours. Otherwise keep it in your profile.
    """,
  ]
}
