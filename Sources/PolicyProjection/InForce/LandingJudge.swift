import PolicyModel

/// Judges one landing for one policy, and carries its line on.
struct LandingJudge {
  let change: LandedChange
  let touch: Touch
  let revoked: Revocations

  /// Remembers who wrote, where nothing is judged.
  func note(_ line: inout PolicyLine) {
    guard let snapshot = touch.snapshot else {
      line.unreadWriters.formUnion(touch.unreadWriters)
      return
    }
    gatherWriters(snapshot, &line)
    line.lastRead = snapshot
    line.unreadWriters = []
  }

  func judge(_ line: inout PolicyLine) -> Judgement {
    if change.isBeginning { line = line.beginning }
    var judgement = Judgement(of: touch, in: change, line: line)
    remember(&line)
    guard let snapshot = touch.snapshot else {
      line.isReadable = false
      line.unreadWriters.formUnion(touch.unreadWriters)
      return judgement
    }
    gatherWriters(snapshot, &line)
    let steps = AppendedSteps(from: line.steps, to: snapshot.history)
    judgement.appended = steps
    if change.isBeginning {
      begin(snapshot, &line)
    } else if let settings = change.settings {
      raise(snapshot, settings, &line)
      judgement.withdrawn = withdraw(snapshot, steps, &line)
      let judge = line.judge(of: snapshot, settings: settings, revoked: revoked)
      line.fallen = judge.fallen
      judgement.judge = judge
      line.reviews += judge.reviews(day: change.landing.day) {
        $0.landed == change.landing.index
      }
      if steps?.last != nil { judgement.line = line }
      publish(judge, steps, &line, &judgement)
      retire(judge, &line, &judgement)
    }
    judgement.ending = line.ending
    carryOn(snapshot, steps, &line)
    judgement.translations = line.translate(change, touch, revoked: revoked)
    return judgement
  }

  /// What has landed counts from then on, also where its file is changed or removed.
  private func remember(_ line: inout PolicyLine) {
    for var record in touch.records
    where !line.records.contains(where: { $0.name == record.name && $0.blob == record.blob }) {
      record.landed = change.landing.index
      line.records.append(record)
    }
  }

  /// Accepts the objections that are their makers' own: here, where they landed, or at the first landing
  /// since that could be judged.
  private func raise(
    _ snapshot: PolicySnapshot, _ settings: JudgingSettings, _ line: inout PolicyLine
  ) {
    let judge = RecordJudge(settings: settings, revoked: revoked, snapshot: snapshot)
    for record in line.records
    where judge.isOwnObjection(record) && !line.raised.contains(record) {
      line.raised.append(record)
    }
  }

  /// What stands in iteration where enforcement begins counts as approved.
  private func begin(_ snapshot: PolicySnapshot, _ line: inout PolicyLine) {
    switch snapshot.stage {
    case .iteration:
      line.candidates = []
      publish(
        Candidate(
          landing: change.landing, snapshot: snapshot, settings: change.settings?.source,
          grounds: Dictionary(
            uniqueKeysWithValues: snapshot.scopes.map { ($0, .enforcedSince) })), &line)
    case .retired:
      line.ending = snapshot.retirement.map { .init(retirement: $0, landing: change.landing) }
    default: break
    }
  }

  /// Whoever wrote words that are not approved yet stays their author, also when they go and come back.
  private func gatherWriters(_ snapshot: PolicySnapshot, _ line: inout PolicyLine) {
    let person = change.person
    let standing = line.latestCandidate(of: snapshot.version)
    let settled = Set(standing?.snapshot.rounds.filter { !$0.isOpen }.map(\.number) ?? [])
    for (scope, digest) in snapshot.digests {
      let before = line.lastRead?.digests[scope]
      var writers = line.writers[scope]?[digest] ?? WordWriters()
      if let before, before != digest {
        if let earlier = line.writers[scope]?[before] { writers.formUnion(earlier) }
        writers.tell(line.unreadWriters.map(person), change.writtenWith)
      }
      writers.tell((touch.authors[scope] ?? []).map(person), change.writtenWith)
      if let owner = snapshot.owner { writers.told.insert(person(owner)) }
      // What the rounds before the last approval were about is approved, and its authors with it.
      let isSettled = standing?.isUrgent(scope) == false
      for round in snapshot.rounds
      where round.version == snapshot.version && round.scopes.contains(scope.rawValue)
        && !(isSettled && settled.contains(round.number))
      {
        writers.named.formUnion(round.authors.map(person))
        let isNew = line.lastRead?.rounds.contains { $0.number == round.number } != true
        if isNew, touch.sides.isEmpty, before != digest {
          line.squashedRounds[round.number] = Set(round.authors)
        }
      }
      line.writers[scope, default: [:]][digest] = writers
      if let round = snapshot.openRound, round.scopes.contains(scope.rawValue) {
        line.roundWriters[round.number, default: []].formUnion(writers.told)
      }
    }
    line.add(touch.passing, change)
  }

  /// Gives up the version that the file had, before it binds, by a step of the table: a revision goes
  /// back to iteration, and a first version, which has nothing to go back to, to development. Where one
  /// squash carried both versions, the lower number to which the file goes back tells a revision.
  private func withdraw(
    _ snapshot: PolicySnapshot, _ steps: AppendedSteps?, _ line: inout PolicyLine
  ) -> Set<Int> {
    let named = Set(snapshot.withdrawn).subtracting(line.givenUp)
    guard !named.isEmpty, let steps else { return [] }
    let given = named.filter { version in
      let isRevision =
        line.candidates.contains { $0.version < version }
        || snapshot.version < version && !line.givenUp.contains(snapshot.version)
      guard version != snapshot.version, steps.contains(.withdraw, toIteration: isRevision) else {
        return false
      }
      guard let day = line.effectiveDay(of: version) else { return true }
      return version == line.lastRead?.version && day > change.landing.day
    }
    for version in given.sorted() {
      if let candidate = line.latestCandidate(of: version) { supersede(candidate, &line) }
    }
    line.givenUp.formUnion(given)
    line.candidates.removeAll { given.contains($0.version) }
    return given
  }

  /// Approved words that are given up can come back only by records that landed no earlier than this.
  private func supersede(_ candidate: Candidate, _ line: inout PolicyLine) {
    for scope in candidate.snapshot.scopes {
      guard let digest = candidate.snapshot.digests[scope] else { continue }
      line.superseded[scope, default: [:]][digest] = change.landing.index - 1
    }
  }

  private func publish(
    _ judge: ApprovalJudge, _ steps: AppendedSteps?, _ line: inout PolicyLine,
    _ judgement: inout Judgement
  ) {
    let snapshot = judge.snapshot
    guard snapshot.stage == .iteration else { return }
    let isUrgent = steps?.releasesUrgently ?? false
    judgement.scopes = snapshot.scopes.map {
      line.verdict(of: $0, by: judge, releasesUrgently: isUrgent)
    }
    let isLegal =
      steps != nil && !line.givenUp.contains(snapshot.version) && line.ending == nil
      && (snapshot.id == "common" || snapshot.history.last?.stage == .iteration)
    judgement.shortensNotice = shortensNotice(snapshot, judge.settings, line)
    guard isLegal, !judgement.shortensNotice, judgement.scopes.allSatisfy(\.isApproved) else {
      return
    }
    judgement.becameCandidate = true
    let candidate = Candidate(
      landing: change.landing, snapshot: snapshot, settings: judge.settings.source,
      grounds: Dictionary(
        uniqueKeysWithValues: judgement.scopes.compactMap { verdict in
          verdict.ground.map { (verdict.scope, $0) }
        }))
    publish(candidate, &line)
  }

  /// Whether an amendment brings a version forward, so that readers would not get the notice that its
  /// class asks for, from today on.
  private func shortensNotice(
    _ snapshot: PolicySnapshot, _ settings: JudgingSettings, _ line: PolicyLine
  ) -> Bool {
    guard let standing = line.latestCandidate(of: snapshot.version),
      let promised = line.effectiveDay(of: snapshot.version), promised > change.landing.day
    else { return false }
    // What has no day binds at once.
    let new = snapshot.effective ?? change.landing.day
    guard new < promised else { return false }
    let requirements = settings.requirements(for: snapshot.theme)
    let classes = [standing.snapshot, snapshot].compactMap(\.changeClasses.first)
    let notice =
      classes.allSatisfy { $0 != .significant } && !classes.isEmpty
      ? requirements.notice : requirements.noticeSignificant
    return new < change.landing.day.adding(notice)
  }

  private func publish(_ candidate: Candidate, _ line: inout PolicyLine) {
    // Nobody pays their own debt: whoever wrote words that were released urgently stays their author.
    for scope in candidate.snapshot.scopes where !candidate.isUrgent(scope) {
      if let digest = candidate.snapshot.digests[scope] { line.writers[scope]?[digest] = nil }
    }
    if let previous = line.candidates.last {
      guard previous.snapshot != candidate.snapshot || previous.isInDebt != candidate.isInDebt
      else { return }
      for scope in candidate.snapshot.scopes {
        guard let old = previous.snapshot.digests[scope],
          let new = candidate.snapshot.digests[scope],
          old != new
        else { continue }
        line.superseded[scope, default: [:]][old] = change.landing.index
      }
    }
    line.candidates.append(candidate)
  }

  private func retire(
    _ judge: ApprovalJudge, _ line: inout PolicyLine, _ judgement: inout Judgement
  ) {
    let snapshot = judge.snapshot
    guard snapshot.stage == .retired, snapshot.history.last?.stage == .retired,
      let retirement = snapshot.retirement,
      line.wasInIteration || !line.candidates.isEmpty
    else { return }
    let verdict = judge.verdict(of: .retire, purpose: .retire)
    judgement.scopes = [verdict]
    guard verdict.isApproved, judgement.appended != nil else { return }
    // Once it has ended it stays ended.
    if let ending = line.ending, ending.day <= change.landing.day { return }
    line.ending = .init(retirement: retirement, landing: change.landing)
  }

  private func carryOn(
    _ snapshot: PolicySnapshot, _ steps: AppendedSteps?, _ line: inout PolicyLine
  ) {
    line.lastRead = snapshot
    line.isReadable = true
    line.unreadWriters = []
    for round in snapshot.rounds where !round.isOpen && line.closings[round.number] == nil {
      line.closings[round.number] = change.landing.index
      line.roundWriters[round.number] = nil
    }
    // A list that was rewritten is held against what had landed until it is restored.
    if steps != nil { line.steps = snapshot.history }
    line.usedVersions.insert(snapshot.version)
    line.usedVersions.formUnion(snapshot.withdrawn)
    if snapshot.stage == .iteration || snapshot.history.contains(where: { $0.stage == .iteration })
    {
      line.wasInIteration = true
    }
    if snapshot.stage == .iteration, line.releases[snapshot.version] == nil {
      line.releases[snapshot.version] = change.landing
    }
  }
}
