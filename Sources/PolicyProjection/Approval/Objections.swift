package import PolicyModel

/// The objections to one version that stand.
package struct Objections: Sendable {
  package struct Standing: Sendable, Hashable {
    package var record: String
    package var signOff: SignOff
    /// The scopes for which it has not been taken back.
    package var scopes: [Scope]
  }

  package let standing: [Standing]

  /// `raised` are the objections of this policy as they were accepted where they landed. One falls, for
  /// a scope, with its maker's next record on that scope in a round of this version, with a record of
  /// another member of the group that clears it, or when it is overruled. Nobody clears an objection
  /// to their own words.
  init(
    to version: Int, raised: [RecordFile], proven: [RecordFile], by judge: RecordJudge,
    authors: [Scope: Set<String>]
  ) {
    let settings = judge.settings
    let overrulers = settings.members(
      ofAny: settings.requirements(for: judge.snapshot.theme).overruleGroups)
    let records = proven.compactMap(\.signOff).filter { $0.version == version }
    func falls(_ name: String, _ objection: SignOff, for scope: Scope) -> Bool {
      records.contains { other in
        if other.reviewer == objection.reviewer {
          guard case .round = other.purpose, other.number > objection.number else { return false }
          return other.digest(of: scope.rawValue) != nil
        }
        guard other.clears == name, authors[scope]?.contains(other.reviewer) != true else {
          return false
        }
        if other.verdict == .overrule { return overrulers.contains(other.reviewer) }
        return other.group == objection.group
          && settings.members(of: other.group).contains(other.reviewer)
      }
    }
    standing = raised.compactMap { record in
      guard let signOff = record.signOff, signOff.version == version else { return nil }
      let scopes = signOff.digests.compactMap { Scope(rawValue: $0.scope) }
        .filter { !falls(record.name, signOff, for: $0) }
      return scopes.isEmpty ? nil : Standing(record: record.name, signOff: signOff, scopes: scopes)
    }
  }

  package func to(_ scope: Scope) -> [Standing] { standing.filter { $0.scopes.contains(scope) } }
}
