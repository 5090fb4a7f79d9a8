package import PolicyModel

/// Whether a record counts, by the settings of one landing: all but what depends on the scope.
package struct RecordJudge: Sendable {
  package let settings: JudgingSettings
  /// All that any landing up to the end of the line revoked.
  package let revoked: Revocations
  package let snapshot: PolicySnapshot

  /// Whether an objection is its maker's own. A revoked key takes back what it agreed to, and never
  /// what it stood against while it was listed for its maker. Whoever may stand in may object, too.
  package func isOwnObjection(_ record: RecordFile) -> Bool {
    guard let signOff = record.signOff, signOff.isObjection,
      settings.members(of: signOff.group).union(overrulers).contains(signOff.reviewer)
    else { return false }
    return switch refusal(of: record) {
    case nil: true
    case .revokedKey(let key): settings.signers[key] == signOff.reviewer
    default: false
    }
  }

  /// The members of `lifecycle.overrule`.
  var overrulers: Set<String> {
    settings.members(ofAny: settings.requirements(for: snapshot.theme).overruleGroups)
  }

  package init(settings: JudgingSettings, revoked: Revocations, snapshot: PolicySnapshot) {
    self.settings = settings
    self.revoked = revoked
    self.snapshot = snapshot
  }

  /// Who made the record, if it is theirs, for this policy and in this workspace.
  package func refusal(of record: RecordFile) -> Refusal? {
    guard let signOff = record.signOff else {
      return .malformed(reason: record.problem ?? "it is no record")
    }
    if signOff.workspace != settings.workspace.id { return .otherWorkspace(signOff.workspace) }
    if signOff.policy != snapshot.id { return .otherPolicy(signOff.policy) }
    return proofRefusal(of: record, by: signOff.reviewer)
  }

  /// Whether a record that is proven has a forge's word for it, as the forge made the commit for its
  /// reviewer.
  package func isToldByForge(_ record: RecordFile) -> Bool {
    guard settings.workspace.proof == .commit, let reviewer = record.signOff?.reviewer,
      let committer = record.addition?.committer, refusal(of: record) == nil
    else { return false }
    return settings.person(committer.lowercased()) != reviewer
  }

  /// Whether the record's round is one of this policy's, and asks its group.
  package func roundRefusal(of signOff: SignOff) -> Refusal? {
    guard case .round(let number) = signOff.purpose else { return nil }
    guard let round = snapshot.rounds.first(where: { $0.number == number }) else {
      return .noSuchRound(number)
    }
    guard round.version == signOff.version else { return .roundOfOtherVersion(round: number) }
    guard round.outcome != .withdrawn else { return .roundWithdrawn(round: number) }
    guard round.groups.contains(signOff.group) else {
      return .roundDoesNotAsk(round: number, group: signOff.group)
    }
    return nil
  }

  private func proofRefusal(of record: RecordFile, by reviewer: String) -> Refusal? {
    switch settings.workspace.proof {
    case .signature:
      switch record.signature {
      case .missing: return .unsigned
      case .broken(let reason): return .brokenSignature(reason: reason)
      case .valid(let key):
        if revoked.contains(key) { return .revokedKey(key: key) }
        guard let owner = settings.signers[key] else { return .unknownKey(key: key) }
        return owner == reviewer ? nil : .keyOfAnother(key: key, person: owner)
      }
    case .commit:
      guard let addition = record.addition else { return .lostByRewrite }
      guard addition.isAlone else { return .changesMore(commit: addition.commit) }
      guard let author = addition.author, settings.person(author) == reviewer else {
        return .otherAuthor(author: addition.author ?? "a commit that cannot be read")
      }
      let committer = (addition.committer ?? "").lowercased()
      let isTrusted =
        settings.person(committer) == reviewer
        || settings.workspace.forgeCommitters.contains { $0.lowercased() == committer }
      return isTrusted ? nil : .otherCommitter(committer: committer)
    }
  }
}
