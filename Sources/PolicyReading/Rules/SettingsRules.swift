package import PolicyModel

extension RuleDescription {
  package static let settingsRules: [RuleDescription] = [
    settingsAddressShared, settingsPersonUnknown, settingsGroupUnknown, settingsSample,
    settingsHeadingShared,
  ]

  static let settingsAddressShared = RuleDescription(
    "settings-address-shared", .fixed(.error), "An address belongs to one person.",
    why: "Approvals count people. An address that two share would let one stand for both.",
    failing: .workspace(
      "people:\n  mira@example.com: {name: Mira}\n"
        + "  omar@example.com: {name: Omar, also: [mira@example.com]}"),
    passing: .workspace(
      "people:\n  mira@example.com: {name: Mira}\n  omar@example.com: {name: Omar}"))

  static let settingsPersonUnknown = RuleDescription(
    "settings-person-unknown", .fixed(.error), "Every member of a group is among the people.",
    why: "A group that asks somebody unknown waits for ever.",
    failing: .workspace("groups: {legal: {name: Legal, members: [mirra@example.com]}}"),
    passing: .workspace("groups: {legal: {name: Legal, members: [mira@example.com]}}"))

  static let settingsGroupUnknown = RuleDescription(
    "settings-group-unknown", .fixed(.error), "Every group that a gate asks exists.",
    why: "A gate that asks a group that nobody belongs to can never be passed.",
    failing: .workspace(
      """
      lifecycle:
        good_fit: {groups: [legl]}
        performable: {groups: {article: [], workflow: [], emails: [], release: []}}
        living: {groups: []}
        urgent: {groups: []}
        retire: {groups: []}
        overrule: {groups: []}
      """),
    passing: .workspace(
      """
      lifecycle:
        good_fit: {groups: []}
        performable: {groups: {article: [], workflow: [], emails: [], release: []}}
        living: {groups: []}
        urgent: {groups: []}
        retire: {groups: []}
        overrule: {groups: []}
      """))

  static let settingsHeadingShared = RuleDescription(
    "settings-heading-shared", .fixed(.error), "A heading names one part.",
    why: "What is allowed would be read as what is not, or something internal as public.",
    failing: .workspace("sections: {allowed: Our rule, not-allowed: Our Rule}"),
    passing: .workspace("sections: {allowed: What you can do, not-allowed: Our rule}"))

  static let settingsSample = RuleDescription(
    "settings-sample", .fixed(.error), "A variable's sample fits the variable.",
    why: "Previews show the sample: a wrong one hides what the letter will look like.",
    failing: .workspace(
      "emails:\n  from: Example <trust@example.com>\n"
        + "  variables: {order.date: {type: date, sample: tomorrow}}"),
    passing: .workspace(
      "emails:\n  from: Example <trust@example.com>\n"
        + "  variables: {order.date: {type: date, sample: 2026-06-01}}"))
}
