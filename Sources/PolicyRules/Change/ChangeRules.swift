package import PolicyModel

/// What `check --base` says of a change as a whole.
extension RuleDescription {
  static let changeRules: [RuleDescription] = [
    branchBehind, branchOffLine, recordTakenBack, recordKeyRevoked, recordRevocationRemoved,
    historyClockAhead,
    roundAuthorMissing, settingsHistoryMoved, settingsWithWords,
    settingsWorkspaceMoved, settingsAcknowledgedUnused,
  ]

  package static let branchBehind = RuleDescription(
    "branch-behind", .fixed(.error),
    "A change starts from the latest words of each policy it edits.",
    why: "Both sides edited the policy. What a merge makes of it is a text that nobody has read.",
    failing: .landings("The branch edits `pay-outside`, and so did main since the branch began."),
    passing: .landings("The branch edits `pay-outside`; main has edited other policies since."))

  package static let branchOffLine = RuleDescription(
    "branch-off-line", .fixed(.warning), "The main line stays the first parent.",
    why:
      "Landings are the commits of the main line. A branch that merged main and is then taken as "
      + "it is makes its own commits the line, and what landed before is no landing any more.",
    failing: .landings("The branch merges main into itself."),
    passing: .landings("The branch is rebased on main."))

  package static let recordTakenBack = RuleDescription(
    "record-taken-back", .fixed(.warning), "A record that a branch adds stays in it.",
    why:
      "A squash lands what the branch holds at its end, so that a record which came and went on the "
      + "way is never heard of: an objection, for one.",
    failing: .landings("A branch adds an objection of Ana, and its next commit removes it."),
    passing: .landings("Ana objects, and a later record of hers approves. Both stay."))

  package static let recordKeyRevoked = RuleDescription(
    "record-key-revoked", .fixed(.warning),
    "A key is revoked knowing which words go off the sites.",
    why:
      "A revoked key voids what it ever signed. Words that rest on it are not approved any more, so "
      + "readers see those before them, or nothing.",
    failing: .landings("A branch revokes Otto's key, which signed the workflow in force."),
    passing: .landings("A branch revokes a key on which no published words rest."))

  package static let recordRevocationRemoved = RuleDescription(
    "record-revocation-removed", .fixed(.warning), "A key that is revoked stays listed as such.",
    why:
      "What was revoked once counts for nothing ever after. Whoever checks a signature without this "
      + "program reads the list alone, and would take it for good.",
    failing: .landings("One landing revokes Otto's key. A later one empties `revoked_keys`."),
    passing: .landings("One landing revokes Otto's key, and its line stays."))

  package static let historyClockAhead = RuleDescription(
    "history-clock-ahead", .fixed(.error), "A commit is not dated in the future.",
    why:
      "What is in force on a day follows from the days of landings. Until that day has come, a "
      + "landing that claims it counts as of today, whichever day that is.",
    failing: .landings("A commit lands on 2 March, and its committer's date is 1 June."),
    passing: .landings("A commit lands on 2 March, and its committer's date is 2 March."))

  package static let roundAuthorMissing = RuleDescription(
    "round-author-missing", .fixed(.error), "`authors` of a round names all who wrote the words.",
    why: "Nobody approves their own text. After a squash the commits are gone, and only this list "
      + "still says who wrote.",
    failing: .landings("Sue's commit rewords a rule. `authors` of the round names Dana alone."),
    passing: .landings("Sue's commit rewords a rule. `authors` of the round names Dana and Sue."))

  package static let settingsHistoryMoved = RuleDescription(
    "settings-history-moved", .fixed(.error),
    "A change leaves `enforced_since` and `acknowledged` as they are.",
    why: "They say which part of the past is not judged, so a change that moves them forgives "
      + "itself.",
    failing: .landings("A branch sets `lifecycle.enforced_since` to its own first commit."),
    passing: .landings("A branch edits a policy, and `bylaw.yml` keeps both keys."))

  package static let settingsWithWords = RuleDescription(
    "settings-with-words", .fixed(.error),
    "Who judges is settled in another change than what they judge.",
    why: "Nobody brings the rule that lets them through: a change is judged by the settings before "
      + "it, so these would only take effect after it has landed.",
    failing: .landings(
      "One branch adds a member to Legal, and that member's record; or takes Legal off a gate in one "
        + "commit, rewords a rule in the next, and puts Legal back."),
    passing: .landings("One branch adds a member to Legal. The next one has that member's record."))

  package static let settingsWorkspaceMoved = RuleDescription(
    "settings-workspace-moved", .fixed(.error), "A workspace stays where it is.",
    why:
      "What was approved is known by its place. A workspace that is moved begins anew, and what comes "
      + "with it is judged by the settings that it brings.",
    failing: .landings(
      "A branch moves `bylaw.yml` and `policies/` into a folder, and edits a policy."),
    passing: .landings("A branch edits a policy, and `bylaw.yml` stays at the top."))

  package static let settingsAcknowledgedUnused = RuleDescription(
    "settings-acknowledged-unused", .fixed(.warning),
    "An entry of `acknowledged` names a finding of the past.",
    why: "An entry that names nothing has a slip of the pen, or is no longer needed.",
    failing: .landings("`acknowledged` names `gate-unmet` at a landing whose gate was met."),
    passing: .landings("`acknowledged` names `gate-unmet` at a landing whose gate was not met."))
}
