import PolicyModel

/// Who may speak for groups about words that some people wrote.
package struct Speakers: Sendable {
  let settings: JudgingSettings
  /// Those who wrote the words, and approve none of them.
  package let authors: Set<String>
  /// The first landing whose commits told so of each of them, where one did.
  var tellings: [String: ObjectID] = [:]
  /// The members of `lifecycle.overrule`.
  package let overrulers: Set<String>

  package func members(of group: String) -> Set<String> { settings.members(of: group) }

  /// Whether every member is an author, so that someone of `lifecycle.overrule` stands in.
  package func needsStandIn(_ group: String) -> Bool {
    let members = members(of: group)
    return !members.isEmpty && members.isSubset(of: authors)
  }

  /// Those whose approval would be the group's.
  package func candidates(of group: String) -> Set<String> {
    (needsStandIn(group) ? overrulers : members(of: group)).subtracting(authors)
  }

  /// Why the maker of a record cannot approve for its group.
  func refusal(of signOff: SignOff) -> Refusal? {
    if authors.contains(signOff.reviewer) {
      return .author(landing: tellings[signOff.reviewer])
    }
    return candidates(of: signOff.group).contains(signOff.reviewer)
      ? nil : .notMember(group: signOff.group)
  }

  /// Whether an objection falls with another record about the same words: its maker's next one, one of
  /// another member of the group that clears it, or one that overrules it. Nobody clears an objection to
  /// their own words.
  func falls(_ objection: SignOff, named name: String, with other: SignOff) -> Bool {
    if other.reviewer == objection.reviewer { return other.number > objection.number }
    guard other.clears == name, !authors.contains(other.reviewer) else { return false }
    if other.verdict == .overrule { return overrulers.contains(other.reviewer) }
    return other.group == objection.group
      && members(of: other.group).contains(other.reviewer)
  }
}
