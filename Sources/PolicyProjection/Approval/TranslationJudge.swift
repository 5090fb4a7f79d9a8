package import PolicyModel

/// Judges one translation of one policy in one tree, by the groups of its language.
package struct TranslationJudge: Sendable {
  package let snapshot: TranslationSnapshot
  /// Who wrote the words since they were last approved.
  package let authors: Set<String>
  private let judge: RecordJudge
  private let records: [RecordFile]

  /// `policy` is what it translates. Of its records, those about other things are left out.
  package init(
    _ snapshot: TranslationSnapshot, of policy: PolicySnapshot, settings: JudgingSettings,
    revoked: Revocations, records: [RecordFile], authors: Set<String>
  ) {
    self.snapshot = snapshot
    self.authors = Set(authors.map(settings.person))
    judge = RecordJudge(settings: settings, revoked: revoked, snapshot: policy)
    self.records = records.filter { record in
      record.signOff?.purpose == .translation
        && record.signOff?.digest(of: snapshot.scope) != nil
    }
  }

  /// Those whose approval it needs; `nil` for a language that the workspace does not have.
  package var groups: [String]? {
    judge.settings.workspace.targetLocale(snapshot.locale)?.groups
  }

  package var verdict: TranslationVerdict {
    let objections = standingObjections
    let opinions = (groups ?? []).map { opinion(of: $0, objections) }
    let chosen = DistinctPeople.choose(
      opinions.map { $0.approvals.map { ($0.reviewer, key(of: $0.record)) } })
    let states = zip(opinions, chosen).map { opinion, choice in
      var state = opinion.state
      state.approval = choice.map { opinion.approvals[$0] }
      return state
    }
    return TranslationVerdict(
      locale: snapshot.locale,
      isApproved: groups != nil && objections.isEmpty && states.allSatisfy { $0.approval != nil },
      groups: states, objections: objections.map(\.name))
  }

  // MARK: Approvals

  private func opinion(of group: String, _ objections: [RecordFile]) -> GroupOpinion {
    let members = judge.settings.members(of: group)
    let needsStandIn = !members.isEmpty && members.isSubset(of: authors)
    let entitled = (needsStandIn ? judge.overrulers : members).subtracting(authors)
    var approvals: [ScopeVerdict.GroupApproval] = []
    var refused: [ScopeVerdict.RefusedRecord] = []
    for record in records {
      guard let signOff = record.signOff, signOff.group == group, signOff.verdict == .approve
      else { continue }
      if let refusal = refusal(of: record, signOff, entitled) {
        refused.append(.init(record: record.name, reviewer: signOff.reviewer, refusal: refusal))
      } else {
        approvals.append(
          .init(
            group: group, reviewer: signOff.reviewer, record: record.name, signed: signOff.signed,
            isStandIn: needsStandIn))
      }
    }
    return GroupOpinion(
      state: .init(group: group, approval: nil, refused: refused, candidates: entitled.sorted()),
      approvals: approvals)
  }

  private func refusal(
    of record: RecordFile, _ signOff: SignOff, _ entitled: Set<String>
  ) -> Refusal? {
    if let refusal = judge.refusal(of: record) { return refusal }
    if authors.contains(signOff.reviewer) { return .author }
    guard entitled.contains(signOff.reviewer) else { return .notMember(group: signOff.group) }
    guard let digest = signOff.digest(of: snapshot.scope), digest == snapshot.digest else {
      return .stale(digest: signOff.digest(of: snapshot.scope) ?? "")
    }
    return records.first { other in
      other.signOff.map {
        $0.isObjection && $0.reviewer == signOff.reviewer && $0.number >= signOff.number
      } ?? false
    }.map { .takenBack(by: $0.name) }
  }

  private func key(of record: String) -> String {
    guard let file = records.first(where: { $0.name == record }),
      case .valid(let key) = file.signature
    else { return record }
    return key
  }

  // MARK: Objections

  /// An objection stands until its maker's next record on this language, or until somebody else of the
  /// group clears it or `lifecycle.overrule` sets it aside.
  private var standingObjections: [RecordFile] {
    let asked = groups ?? []
    return records.filter { record in
      guard let objection = record.signOff, asked.contains(objection.group),
        judge.isOwnObjection(record)
      else { return false }
      return !records.contains { answers($0, record.name, objection) }
    }
  }

  private func answers(_ record: RecordFile, _ name: String, _ objection: SignOff) -> Bool {
    guard let other = record.signOff, judge.refusal(of: record) == nil else { return false }
    if other.reviewer == objection.reviewer { return other.number > objection.number }
    guard other.clears == name, !authors.contains(other.reviewer) else { return false }
    if other.verdict == .overrule { return judge.overrulers.contains(other.reviewer) }
    return other.group == objection.group
      && judge.settings.members(of: other.group).contains(other.reviewer)
  }
}
