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

  /// `raised` are the objections of this policy as they were accepted where they landed, and `fallen`
  /// the scopes for which each has fallen since.
  init(to version: Int, raised: [RecordFile], fallen: [String: Set<Scope>]) {
    standing = raised.compactMap { record in
      guard let signOff = record.signOff, signOff.version == version else { return nil }
      let scopes = signOff.digests.compactMap { Scope(rawValue: $0.scope) }
        .filter { fallen[record.name]?.contains($0) != true }
      return scopes.isEmpty ? nil : Standing(record: record.name, signOff: signOff, scopes: scopes)
    }
  }

  package func to(_ scope: Scope) -> [Standing] { standing.filter { $0.scopes.contains(scope) } }
}

extension ApprovalJudge {
  /// The scopes for which each objection falls by what has landed.
  func fallen(of raised: [RecordFile]) -> [String: Set<Scope>] {
    var fallen: [String: Set<Scope>] = [:]
    for record in raised {
      guard let objection = record.signOff else { continue }
      let scopes = objection.digests.compactMap { Scope(rawValue: $0.scope) }
        .filter { scope in
          proven.contains { answers($0, record.name, objection, for: scope) }
        }
      if !scopes.isEmpty { fallen[record.name] = Set(scopes) }
    }
    return fallen
  }

  /// Whether an objection falls for a scope with another record of this version. Its maker takes it back
  /// in a round, or where it was made.
  func answers(
    _ file: RecordFile, _ name: String, _ objection: SignOff, for scope: Scope
  ) -> Bool {
    guard let other = file.signOff, other.version == objection.version, isHeard(other) else {
      return false
    }
    if other.reviewer == objection.reviewer {
      let isThere = other.purpose.round != nil || other.purpose == objection.purpose
      guard isThere, other.digest(of: scope.rawValue) != nil else { return false }
    }
    return speakers(on: [scope]).falls(objection, named: name, with: other)
  }

  /// Whether somebody said it who may speak for its group there: what is void takes nothing back. Whoever
  /// may overrule does so for no group.
  private func isHeard(_ signOff: SignOff) -> Bool {
    if signOff.verdict == .overrule { return overrulers.contains(signOff.reviewer) }
    return judge.roundRefusal(of: signOff) == nil && otherGroup(of: signOff) == nil
      && settings.members(of: signOff.group).union(overrulers).contains(signOff.reviewer)
  }
}
