package import PolicyModel

/// A small workspace that passes every check: one policy in iteration, what policies share, and the
/// settings. `bylaw init` writes it, `bylaw explain` and the tests of the rules start from it.
package enum SoundSample {
  package static let policyPath = "policies/unwanted-advertising.md"
  package static let commonPath = "policies/common.md"
  package static let settingsPath = "bylaw.yml"

  /// A day on which the sample is in force.
  package static let today = CalendarDate(daysSinceEpoch: 20_605)

  /// `bylaw.yml`
  package static let settings = settings(
    workspace: "sample", organization: "Example", owner: "mira@example.com", name: "Mira Sand")

  /// The policy, front-matter and body.
  package static let policy = policy(
    owner: "mira@example.com", released: CalendarDate(daysSinceEpoch: 20_465))

  /// The policy of `owner`, taken through its stages so that it was released on that day.
  package static func policy(owner: String, released: CalendarDate) -> String {
    """
    ---
    \(frontMatter(owner: owner, released: released))
    ---

    \((article + workflow).joined(separator: "\n\n"))

    ## E-mails

    \(letters.joined(separator: "\n\n"))

    """
  }

  /// What all policies share.
  package static let common = """
    ---
    id: common
    title: What all our policies share
    owner: mira@example.com
    ---

    ## If we acted on your account

    We sent you an e-mail with the reasons. Reply to it if you think that we made a mistake, or if you
    have a question: the reply reaches the team that handles your case. You have six months, and it
    costs nothing. [Our actions](/actions/) explains what each action means.

    ## If you see this

    Choose **Report** beside the post. You need not be sure, and we never say who reported.

    """

  /// A policy in research beside the sample, so that examples have something to refer to.
  package static let neighbour = """
    ---
    id: sample-draft
    title: Paid recommendations
    theme: integrity
    owner: mira@example.com
    stage: research
    version: 1
    history:
      - {stage: research, on: 2026-05-04, by: mira@example.com}
    ---

    ## What's not allowed

    - **DRA-1** Recommending something for money without saying so.

    """

  /// More words than a summary should have.
  package static let longSummary =
    "Advertise only where advertising is asked for, say who pays for it and say so before anything "
    + "else, and stop at once when anyone in the group asks you to stop doing it."

  private static func frontMatter(owner: String, released: CalendarDate) -> String {
    func before(_ days: Int) -> CalendarDate {
      CalendarDate(daysSinceEpoch: released.daysSinceEpoch - days)
    }
    return """
      id: unwanted-advertising
      title: Unwanted advertising
      summary: Advertise only where advertising is asked for, and say that it is advertising.
      theme: platform-misuse
      applies_to: [members]
      basis:
        - {kind: terms, ref: "Terms of Service, section 4 (What you may post)"}
      synonyms: [spam, promotion, self-promotion, affiliate links]
      related: []
      announced: \(released)
      effective: \(released.adding(Period(35, .day)))
      changes:
        - version: 1
          class: significant
          summary: The first rule on advertising. It says where it is welcome, and what can happen.
      owner: \(owner)
      stage: iteration
      version: 1
      history:
        - {stage: research, on: \(before(120)), by: \(owner)}
        - {stage: development, on: \(before(80)), by: \(owner)}
        - {stage: implementation, on: \(before(30)), by: \(owner)}
        - {stage: iteration, on: \(released), by: \(owner)}
      research:
        - kind: internal-data
          title: Reports of one quarter
          finding: One report in ten was about advertising under a question that did not ask for it.
        - kind: regulation
          title: The law on unfair commercial practices
          finding: Paid posts must be recognisable as such.
      """
  }

  /// `bylaw.yml` for a workspace of one person, who needs nobody's approval.
  package static func settings(
    workspace: String, organization: String, owner: String, name: String
  ) -> String {
    let address = owner.split(separator: "@").last.map(String.init) ?? "example.com"
    return """
      workspace: \(workspace)
      organization: {name: "\(organization)", contact: \(owner), time_zone: UTC}
      applies_to: [members]
      sites:
        help: {title: "\(organization) Help", url: "https://help.\(address)"}
      people:
        \(owner): {name: "\(name)"}
      groups: {}
      lifecycle:
        comprehensive: {research: [internal-data, regulation]}
        good_fit: {rounds: 0, groups: []}
        performable:
          rounds: 0
          groups: {article: [], workflow: [], emails: [], release: []}
          calibration: 2
          notice: 15 days
          notice_significant: 30 days
        living: {review_every: 6 months, groups: []}
        urgent: {groups: [], within: 14 days}
        retire: {groups: []}
        overrule: {groups: []}
      escalation: [senior queue, legal]
      emails:
        from: "\(organization) Trust & Safety <\(owner)>"
      rules: {}

      """
  }
}
