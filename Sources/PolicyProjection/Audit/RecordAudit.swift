package import PolicyModel

/// Says of each record of one policy what it is worth. Whoever counted where it landed counts for
/// good: nobody's leaving takes that back.
package struct RecordAudit: Sendable {
  let line: PolicyLine
  /// The working tree, judged as the next landing.
  let working: ApprovalJudge
  private let landings: [Int: Judgement]
  private let today: CalendarDate
  /// For each record, the scopes of published words that rest on it.
  private let grounds: [String: [Scope]]

  /// `judgements` are those of this policy.
  package init(
    line: PolicyLine, judgements: [Judgement], working: ApprovalJudge, today: CalendarDate
  ) {
    self.line = line
    self.working = working
    self.today = today
    landings = Dictionary(
      judgements.map { ($0.landing.index, $0) }, uniquingKeysWith: { first, _ in first })
    var grounds: [String: [Scope]] = [:]
    for candidate in line.candidates {
      for scope in Scope.allCases {
        switch candidate.grounds[scope] {
        case .groups(let approvals), .urgent(let approvals):
          for approval in approvals where grounds[approval.record]?.contains(scope) != true {
            grounds[approval.record, default: []].append(scope)
          }
        default: break
        }
      }
    }
    self.grounds = grounds
  }

  /// Of every record that ever landed or lies in the working tree: by version and round, and each person's
  /// in the order of their numbers. What cannot be read comes last.
  package var standings: [RecordStanding] {
    var all = line.records
    for record in working.proven + working.unproven.map(\.record)
    where !all.contains(where: { $0.name == record.name && $0.blob == record.blob }) {
      all.append(record)
    }
    var standings = all.map(standing)
    for index in standings.indices {
      guard let signOff = standings[index].signOff else { continue }
      standings[index].isMadeGood = standings.contains {
        $0.state == .counts && $0.signOff.map { $0.isSameAct(as: signOff) } ?? false
      }
    }
    return standings.sorted { $0.place < $1.place }
  }

  private func standing(of file: RecordFile) -> RecordStanding {
    let landing = file.landed.flatMap { landings[$0] }
    // The working tree counts as the landing after all others.
    let hasLanded = (file.landed ?? .max) != .max
    var standing = RecordStanding(
      record: file.name, state: .void, scopes: [], signOff: file.signOff,
      commit: landing?.landing.commit, isCurrent: !hasLanded)
    if case .valid(let key) = file.signature { standing.key = key }
    let landed = landing?.judge ?? working
    // What did not count where it landed may do so since, as `people` lists another address.
    let judge = landed.judge.refusal(of: file) == nil ? landed : working
    guard let signOff = file.signOff else {
      standing.reason = "\(Refusal.malformed(reason: file.problem ?? "it is no record"))"
      standing.help =
        hasLanded
        ? "Leave it as it is, and sign again with the next number."
        : "Mend or remove it: it has not landed."
      standing.isCurrent = !hasLanded || names(file, working.snapshot.version)
      return standing
    }
    standing.isStandIn =
      working.isStandIn(file) || landings.values.contains { $0.judge?.isStandIn(file) == true }
    standing.isCurrent = signOff.version == working.snapshot.version
    standing.isToldByForge = judge.judge.isToldByForge(file)
    let finding = finding(file, signOff, judge)
    standing.state = finding.state
    standing.scopes = finding.scopes
    standing.reason = finding.refusal?.description
    standing.help = finding.refusal?.help
    if !standing.isCurrent, standing.state == .stale { standing.state = .past }
    if standing.state == .past, signOff.version > working.snapshot.version {
      standing.state = .void
    }
    return standing
  }

  /// Whether the name of a file says that it is about the version.
  private func names(_ file: RecordFile, _ version: Int) -> Bool {
    file.name.utf8.starts(with: "v\(version)-".utf8)
  }

  private struct Finding {
    var state: RecordStanding.State
    var scopes: [Scope] = []
    var refusal: Refusal?

    init(_ state: RecordStanding.State, _ scopes: [Scope] = []) {
      self.state = state
      self.scopes = scopes
    }

    init(_ refusal: Refusal) {
      state = refusal.standing
      self.refusal = refusal
    }
  }

  private func finding(
    _ file: RecordFile, _ signOff: SignOff, _ judge: ApprovalJudge
  ) -> Finding {
    if signOff.purpose == .review { return review(file, signOff, judge) }
    if signOff.purpose == .translation {
      let (counts, refusal) = translationRefusal(file, signOff)
      return counts ? Finding(.counts) : refusal.map { Finding($0) } ?? Finding(.heard)
    }
    if let refusal = judge.judge.refusal(of: file) { return Finding(refusal) }
    switch signOff.verdict {
    case .approve: return approval(file, signOff, judge)
    case .requestChanges:
      let standing = working.objections().standing
      if standing.contains(where: { $0.record == file.name }) { return Finding(.stands) }
      return heard(signOff, judge)
    case .comment, .overrule, .keep, .revise, .retire: return heard(signOff, judge)
    }
  }

  private func review(
    _ file: RecordFile, _ signOff: SignOff, _ judge: ApprovalJudge
  ) -> Finding {
    let counted = judge.reviews(day: today) {
      $0.name == file.name && $0.blob == file.blob
    }
    if !counted.isEmpty { return Finding(.counts) }
    return Finding(judge.judge.refusal(of: file) ?? .notMember(group: signOff.group))
  }

  private func heard(_ signOff: SignOff, _ judge: ApprovalJudge) -> Finding {
    if let refusal = judge.judge.roundRefusal(of: signOff) { return Finding(refusal) }
    let requirements = judge.settings.requirements(for: judge.snapshot.theme)
    let entitled = judge.settings.members(of: signOff.group)
      .union(judge.settings.members(ofAny: requirements.overruleGroups))
    guard entitled.contains(signOff.reviewer) else {
      return Finding(.notMember(group: signOff.group))
    }
    return Finding(.heard)
  }

  // MARK: Approvals

  private func approval(
    _ file: RecordFile, _ signOff: SignOff, _ judge: ApprovalJudge
  ) -> Finding {
    if let scopes = grounds[file.name] { return Finding(.counts, scopes) }
    var refusals: [Refusal] = []
    var scopes: [Scope] = []
    var waitsForGroup = false
    for scope in signOff.digests.compactMap({ Scope(rawValue: $0.scope) }) {
      let groups = verdict(of: scope, for: signOff.purpose, by: working).groups
      if groups.contains(where: { $0.approval?.record == file.name }) { scopes.append(scope) }
      if groups.contains(where: { $0.group == signOff.group && $0.approval == nil }) {
        waitsForGroup = true
      }
      refusals += groups.flatMap(\.refused).filter { $0.record == file.name }.map(\.refusal)
    }
    if !scopes.isEmpty { return Finding(.counts, scopes) }
    if let refusal = refusals.first {
      var finding = Finding(refusal)
      // The group has signed the words as they stand since: nobody is waited for.
      if finding.state == .stale, !waitsForGroup { finding.state = .past }
      if refusal.isOfSettings, counted(file, signOff, judge) { finding.state = .past }
      return finding
    }
    let ending = line.ending
    if signOff.purpose == .retire, ending != nil { return Finding(.counts, [.retire]) }
    return heard(signOff, judge)
  }

  /// Whether an approval counted with the landing that brought it, by the settings of that day.
  private func counted(_ file: RecordFile, _ signOff: SignOff, _ judge: ApprovalJudge) -> Bool {
    signOff.digests.compactMap { Scope(rawValue: $0.scope) }.contains { scope in
      verdict(of: scope, for: signOff.purpose, by: judge).groups.contains {
        $0.approval?.record == file.name
      }
    }
  }

  private func verdict(
    of scope: Scope, for purpose: SignOff.Purpose, by judge: ApprovalJudge
  ) -> ScopeVerdict {
    switch purpose {
    case .round: return judge.verdict(of: scope)
    case .urgent:
      let requirements = judge.settings.requirements(for: judge.snapshot.theme)
      return judge.verdict(of: scope, purpose: .urgent, groups: requirements.urgentGroups)
    case .review, .retire, .translation: return judge.verdict(of: scope, purpose: purpose)
    }
  }
}

extension SignOff {
  /// Whether it is a later record of the same person for the same group in the same place.
  fileprivate func isSameAct(as earlier: SignOff) -> Bool {
    reviewer == earlier.reviewer && group == earlier.group && purpose == earlier.purpose
      && version == earlier.version && number > earlier.number
  }
}
