package import PolicyModel

extension RuleDescription {
  package static let recordRules: [RuleDescription] = [recordKeysMalformed, recordStray]

  package static let recordKeysMalformed = RuleDescription(
    "record-keys-malformed", .fixed(.error),
    "Each line of `allowed_signers` and of `revoked_keys` can be read.",
    why: "A line that is not followed keeps a reviewer from signing, or leaves the world in doubt "
      + "about which keys are void.")

  package static let recordStray = RuleDescription(
    "record-stray", .fixed(.warning), "What lies in `policies/signoffs/` is read.",
    why: "Whoever put it there may believe that it counts.")
}
