import PolicyModel

/// What one group has said of one scope.
struct GroupOpinion {
  var state: ScopeVerdict.GroupState
  /// Every approval that counts by itself, in the order of the records' names.
  var approvals: [ScopeVerdict.GroupApproval]
}

extension ApprovalJudge {
  func opinion(of group: String, on scope: Scope, _ purpose: SignOff.Purpose?) -> GroupOpinion {
    let authors = authors[scope] ?? []
    let members = settings.members(of: group)
    let overrulers = overrulers
    let needsStandIn = !members.isEmpty && members.isSubset(of: authors)
    let entitled = needsStandIn ? overrulers.subtracting(authors) : members.subtracting(authors)
    var approvals: [ScopeVerdict.GroupApproval] = []
    var refused = unproven.compactMap { record, refusal -> ScopeVerdict.RefusedRecord? in
      guard let signOff = record.signOff, signOff.group == group, matches(signOff.purpose, purpose),
        signOff.digest(of: scope.rawValue) != nil
      else { return nil }
      return .init(record: record.name, reviewer: signOff.reviewer, refusal: refusal)
    }
    for record in proven {
      guard let signOff = record.signOff, signOff.group == group, signOff.verdict == .approve,
        matches(signOff.purpose, purpose), signOff.digest(of: scope.rawValue) != nil
      else { continue }
      if let refusal = refusal(
        of: record, signOff, on: scope, authors: authors,
        members: needsStandIn ? overrulers : members)
      {
        refused.append(
          .init(record: record.name, reviewer: signOff.reviewer, refusal: refusal))
      } else {
        approvals.append(
          .init(
            group: group, reviewer: signOff.reviewer, record: record.name, signed: signOff.signed,
            isStandIn: needsStandIn))
      }
    }
    return GroupOpinion(
      state: .init(
        group: group, approval: nil, refused: refused, candidates: entitled.sorted()),
      approvals: approvals)
  }

  /// `nil` asks for review rounds, whatever their number.
  private func matches(_ purpose: SignOff.Purpose, _ wanted: SignOff.Purpose?) -> Bool {
    if let wanted { return purpose == wanted }
    if case .round = purpose { return true }
    return false
  }

  private func refusal(
    of record: RecordFile, _ signOff: SignOff, on scope: Scope, authors: Set<String>,
    members: Set<String>
  ) -> Refusal? {
    let isBoundToVersion = scope == .policy || scope == .release
    let digest = signOff.digest(of: scope.rawValue) ?? ""
    if isBoundToVersion, signOff.version != snapshot.version {
      return .otherVersion(signOff.version)
    }
    if let refusal = judge.roundRefusal(of: signOff) { return refusal }
    guard members.contains(signOff.reviewer) else { return .notMember(group: signOff.group) }
    if let other = otherGroup(of: signOff) { return .actsForAnother(group: other) }
    if authors.contains(signOff.reviewer) { return .author }
    guard digest == snapshot.digests[scope] else { return .stale(digest: digest) }
    if let replaced = superseded[scope]?[digest], (record.landed ?? .max) <= replaced {
      return .superseded
    }
    return laterObjection(to: signOff, on: scope).map { .takenBack(by: $0) }
  }

  /// The group for which the reviewer acted first in the same round. What they wrote for a group that
  /// they cannot act for is a slip, and no act.
  private func otherGroup(of signOff: SignOff) -> String? {
    let first = proven.compactMap(\.signOff)
      .filter {
        $0.reviewer == signOff.reviewer && $0.purpose == signOff.purpose
          && $0.version == signOff.version && judge.roundRefusal(of: $0) == nil
          && settings.members(of: $0.group).union(overrulers).contains($0.reviewer)
      }
      .min { $0.number < $1.number }
    guard let first, first.group != signOff.group else { return nil }
    return first.group
  }

  /// An objection of the same person with the same number or a later one takes the approval back.
  private func laterObjection(to signOff: SignOff, on scope: Scope) -> String? {
    raised.first { record in
      guard let objection = record.signOff else { return false }
      return objection.reviewer == signOff.reviewer && objection.number >= signOff.number
        && objection.digest(of: scope.rawValue) != nil
    }?.name
  }
}
