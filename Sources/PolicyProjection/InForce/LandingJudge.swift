import PolicyModel

/// Judges one landing for one policy, and carries its line on.
struct LandingJudge {
  let change: LandedChange
  let touch: Touch
  let revoked: Set<String>

  func judge(_ line: inout PolicyLine) -> Judgement {
    var judgement = Judgement(of: touch, in: change, line: line)
    line.records = touch.records
    guard let snapshot = touch.snapshot else {
      line.snapshot = nil
      return judgement
    }
    gatherAuthors(snapshot, &line)
    let steps = AppendedSteps(from: line.steps, to: snapshot.history)
    judgement.appended = steps
    if change.isBeginning {
      begin(snapshot, &line)
    } else if let settings = change.settings {
      let judge = ApprovalJudge(
        settings: settings, revoked: revoked, snapshot: snapshot, records: touch.records,
        authors: line.authors)
      judgement.judge = judge
      judgement.withdrawn = withdraw(snapshot, steps, &line)
      publish(judge, &line, &judgement)
      retire(judge, &line, &judgement)
    }
    carryOn(snapshot, &line)
    return judgement
  }

  /// What stands in iteration where enforcement begins counts as approved.
  private func begin(_ snapshot: PolicySnapshot, _ line: inout PolicyLine) {
    line.authors = [:]
    switch snapshot.stage {
    case .iteration:
      line.candidates = [
        Candidate(
          landing: change.landing, snapshot: snapshot, settings: change.settings?.source,
          grounds: Dictionary(
            uniqueKeysWithValues: snapshot.scopes.map { ($0, .enforcedSince) }))
      ]
    case .retired:
      line.ending = snapshot.retirement.map { .init(retirement: $0, landing: change.landing) }
    default: break
    }
  }

  private func gatherAuthors(_ snapshot: PolicySnapshot, _ line: inout PolicyLine) {
    func person(_ address: String) -> String {
      change.settings?.person(address) ?? address.lowercased()
    }
    for (scope, authors) in touch.authors {
      line.authors[scope, default: []].formUnion(authors.map(person))
    }
    for scope in snapshot.scopes + [.retire] {
      if let owner = snapshot.owner {
        line.authors[scope, default: []].insert(person(owner))
      }
      for round in snapshot.rounds
      where round.version == snapshot.version && round.scopes.contains(scope.rawValue) {
        line.authors[scope, default: []].formUnion(round.authors.map(person))
      }
    }
  }

  /// Ends the candidates of versions that are given up before they bind, by a step of the table.
  private func withdraw(
    _ snapshot: PolicySnapshot, _ steps: AppendedSteps?, _ line: inout PolicyLine
  ) -> Set<Int> {
    let named = Set(snapshot.withdrawn).subtracting(line.givenUp)
    guard !named.isEmpty, let steps, steps.contains(.withdraw) else { return [] }
    let given = named.filter { version in
      line.usedVersions.contains(version)
        && !line.candidates.contains {
          $0.version == version && $0.isEffective(on: change.landing.day)
        }
    }
    line.givenUp.formUnion(given)
    line.candidates.removeAll { given.contains($0.version) }
    return given
  }

  private func publish(
    _ judge: ApprovalJudge, _ line: inout PolicyLine, _ judgement: inout Judgement
  ) {
    let snapshot = judge.snapshot
    guard snapshot.stage == .iteration else { return }
    judgement.scopes = snapshot.scopes.map { line.verdict(of: $0, by: judge) }
    guard judgement.scopes.allSatisfy(\.isApproved), !line.givenUp.contains(snapshot.version)
    else { return }
    judgement.becameCandidate = true
    for scope in snapshot.scopes { line.authors[scope] = [] }
    guard line.candidates.last?.snapshot != snapshot else { return }
    line.candidates.append(
      Candidate(
        landing: change.landing, snapshot: snapshot, settings: judge.settings.source,
        grounds: Dictionary(
          uniqueKeysWithValues: judgement.scopes.compactMap { verdict in
            verdict.ground.map { (verdict.scope, $0) }
          })))
  }

  private func retire(
    _ judge: ApprovalJudge, _ line: inout PolicyLine, _ judgement: inout Judgement
  ) {
    let snapshot = judge.snapshot
    guard snapshot.stage == .retired, let retirement = snapshot.retirement else { return }
    guard line.wasInIteration || !line.candidates.isEmpty else { return }
    let verdict = judge.verdict(of: .retire, purpose: .retire)
    judgement.scopes = [verdict]
    if verdict.isApproved {
      line.ending = .init(retirement: retirement, landing: change.landing)
    }
  }

  private func carryOn(_ snapshot: PolicySnapshot, _ line: inout PolicyLine) {
    line.snapshot = snapshot
    line.steps = snapshot.history
    line.usedVersions.insert(snapshot.version)
    line.usedVersions.formUnion(snapshot.withdrawn)
    if snapshot.history.contains(where: { $0.stage == .iteration }) || snapshot.stage == .iteration
    {
      line.wasInIteration = true
    }
    if snapshot.stage == .iteration, line.releases[snapshot.version] == nil {
      line.releases[snapshot.version] = change.landing
    }
  }
}
