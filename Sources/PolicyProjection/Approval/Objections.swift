package import PolicyModel

/// The objections to one version that stand.
package struct Objections: Sendable {
  package struct Standing: Sendable, Hashable {
    package var record: String
    package var signOff: SignOff
  }

  package let standing: [Standing]

  /// An objection falls with its author's next record on this version, with a record of the same
  /// group that clears it, or when it is overruled. `records` are those that are proven, and
  /// `authors` are people who may clear nothing: it is their own words that are objected to.
  package init(
    to version: Int, in records: [RecordFile], by judge: RecordJudge, authors: Set<String>
  ) {
    let ofVersion = records.compactMap { record -> (name: String, signOff: SignOff)? in
      guard let signOff = record.signOff, signOff.version == version else { return nil }
      return (record.name, signOff)
    }
    let settings = judge.settings
    let overrulers = settings.members(
      ofAny: settings.requirements(for: judge.snapshot.theme).overruleGroups)
    func isMember(_ signOff: SignOff) -> Bool {
      settings.members(of: signOff.group).contains(signOff.reviewer)
    }
    func falls(_ objection: SignOff, _ name: String) -> Bool {
      ofVersion.contains { other in
        if other.signOff.reviewer == objection.reviewer {
          return other.signOff.number > objection.number
        }
        guard other.signOff.clears == name, !authors.contains(other.signOff.reviewer) else {
          return false
        }
        if other.signOff.verdict == .overrule { return overrulers.contains(other.signOff.reviewer) }
        return other.signOff.group == objection.group && isMember(other.signOff)
      }
    }
    standing = ofVersion.filter {
      $0.signOff.isObjection && isMember($0.signOff) && !falls($0.signOff, $0.name)
    }
    .map { Standing(record: $0.name, signOff: $0.signOff) }
  }

  package func to(_ scope: Scope) -> [Standing] {
    standing.filter { $0.signOff.digest(of: scope.rawValue) != nil }
  }
}
