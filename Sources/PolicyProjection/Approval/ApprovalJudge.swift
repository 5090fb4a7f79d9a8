package import PolicyModel

/// Judges the scopes of one policy in one tree.
package struct ApprovalJudge: Sendable {
  package let judge: RecordJudge
  /// The records of this policy that are proven, and those that are not, with the reason.
  package let proven: [RecordFile]
  package let unproven: [(record: RecordFile, refusal: Refusal)]
  /// Who wrote the words of each scope since they were last approved.
  package let authors: [Scope: Set<String>]

  package init(
    settings: JudgingSettings, revoked: Set<String>, snapshot: PolicySnapshot,
    records: [RecordFile], authors: [Scope: Set<String>]
  ) {
    judge = RecordJudge(settings: settings, revoked: revoked, snapshot: snapshot)
    self.authors = authors
    var proven: [RecordFile] = []
    var unproven: [(record: RecordFile, refusal: Refusal)] = []
    for record in records {
      if let refusal = judge.refusal(of: record) {
        unproven.append((record, refusal))
      } else {
        proven.append(record)
      }
    }
    self.proven = proven
    self.unproven = unproven
  }

  package var snapshot: PolicySnapshot { judge.snapshot }
  package var settings: JudgingSettings { judge.settings }

  package func objections() -> Objections {
    Objections(
      to: snapshot.version, in: proven, by: judge,
      authors: authors.values.reduce(into: []) { $0.formUnion($1) })
  }

  /// By the sign-offs of review rounds, or of `purpose` for `retire` and urgent releases. The groups
  /// of the gate are asked unless others are named.
  package func verdict(
    of scope: Scope, purpose: SignOff.Purpose? = nil, groups asked: [String]? = nil
  ) -> ScopeVerdict {
    let asked = asked ?? settings.groups(for: scope, theme: snapshot.theme)
    guard !asked.isEmpty else {
      return ScopeVerdict(scope: scope, ground: .nobodyAsked, groups: [], objections: [])
    }
    let objections = objections().to(scope).map(\.record)
    let opinions = asked.map { opinion(of: $0, on: scope, purpose) }
    let chosen = DistinctPeople.choose(
      opinions.map { $0.approvals.map { ($0.reviewer, key(of: $0.record)) } })
    var states: [ScopeVerdict.GroupState] = []
    for (index, opinion) in opinions.enumerated() {
      var state = opinion.state
      if let choice = chosen[index] {
        state.approval = opinion.approvals[choice]
      } else {
        state.refused += opinion.approvals.map { approval in
          let other = states.first { $0.approval?.reviewer == approval.reviewer }?.group
          return .init(
            record: approval.record, reviewer: approval.reviewer,
            refusal: .countedAlready(group: other ?? asked[0]))
        }
      }
      states.append(state)
    }
    let approvals = states.compactMap(\.approval)
    let isApproved = approvals.count == asked.count && objections.isEmpty
    return ScopeVerdict(
      scope: scope,
      ground: isApproved ? (purpose == .urgent ? .urgent(approvals) : .groups(approvals)) : nil,
      groups: states, objections: objections)
  }

  private func key(of record: String) -> String {
    guard let file = proven.first(where: { $0.name == record }),
      case .valid(let key) = file.signature
    else { return record }
    return key
  }
}
