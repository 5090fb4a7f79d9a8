package import PolicyModel

extension RuleDescription {
  package static let settingsRules: [RuleDescription] = [
    settingsAddressShared, settingsPersonUnknown, settingsGroupUnknown, settingsSample,
  ]

  static let settingsAddressShared = RuleDescription(
    "settings-address-shared", .fixed(.error), "An address belongs to one person.",
    why: "Approvals count people. An address that two share would let one stand for both.")

  static let settingsPersonUnknown = RuleDescription(
    "settings-person-unknown", .fixed(.error), "Every member of a group is among the people.",
    why: "A group that asks somebody unknown waits for ever.")

  static let settingsGroupUnknown = RuleDescription(
    "settings-group-unknown", .fixed(.error), "Every group that a gate asks exists.",
    why: "A gate that asks a group that nobody belongs to can never be passed.")

  static let settingsSample = RuleDescription(
    "settings-sample", .fixed(.error), "A variable's sample fits the variable.",
    why: "Previews show the sample: a wrong one hides what the letter will look like.")
}
