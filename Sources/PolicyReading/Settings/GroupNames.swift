import PolicyModel

/// Lists of groups name groups that there are.
enum GroupNames {
  static func check(
    _ groups: FieldValue, _ known: Set<String>, _ findings: inout FindingCollector
  ) {
    for group in groups.locatedTexts where !known.contains(group.value) {
      findings.report(
        .settingsGroupUnknown, at: group.range, "`\(group.value)` is not among `groups`",
        help: nearestName(to: group.value, among: known).map { "Did you mean `\($0)`?" }
          ?? "Add it to `groups`.")
    }
  }
}
