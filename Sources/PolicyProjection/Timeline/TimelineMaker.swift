import PolicyModel

/// Gathers what happened from the landings of one policy.
struct TimelineMaker {
  let line: PolicyLine
  private var events: [(version: Int, order: Order, event: Timeline.Event)] = []
  private var landings: [Int: Landing] = [:]
  private var judges: [ApprovalJudge] = []
  private var opened: Set<Int> = []
  private var closed: Set<Int> = []
  /// The digests of the words that were approved last, by version.
  private var approved: [Int: [Scope: String]] = [:]
  private var version: Int?
  private var stretches = TimelineStretches()

  private typealias Order = TimelineStretches.Order

  init(line: PolicyLine) { self.line = line }

  private mutating func add(
    _ event: Timeline.Event, to version: Int, _ landing: Landing?, _ rank: Order.Rank,
    name: String = "", isBrief: Bool = false
  ) {
    var event = event
    event.commit = landing?.commit
    let place = TimelineStretches.Place(
      version: version, landing: landing?.index ?? .max, day: event.on)
    let stretch = stretches.stretch(of: event, at: place, rank, isBrief: isBrief)
    let order = Order(
      place: place, stretch: stretch, rank: rank, name: name, count: events.count)
    events.append((version, order, event))
  }

  mutating func add(_ judgement: Judgement) {
    landings[judgement.landing.index] = judgement.landing
    if let judge = judgement.judge { judges.append(judge) }
    guard let after = judgement.after else { return }
    addSteps(judgement.appended?.pairs ?? [], of: judgement, after)
    addRounds(after, judgement.landing)
    addApproval(judgement, after)
    if after.stage == .retired, line.ending?.landing == judgement.landing, let end = line.ending {
      var event = Timeline.Event(.ended, on: end.day)
      event.reason = end.retirement.reason
      add(event, to: after.version, judgement.landing, .outcome)
    }
  }

  /// What stands in the working tree and has not landed.
  mutating func add(
    _ working: PolicySnapshot, appended: ArraySlice<PolicySnapshot.Step>, _ judge: ApprovalJudge?
  ) {
    if let judge { judges.append(judge) }
    for step in appended { addStep(step, to: working.version, nil) }
    addRounds(working, nil)
  }

  // MARK: Steps

  /// A step does not say of which version it is: a `revise` begins the next one, and a `withdraw` is the
  /// last of its own.
  private mutating func addSteps(
    _ pairs: [AppendedSteps.Pair], of judgement: Judgement, _ after: PolicySnapshot
  ) {
    let begins = pairs.indices.filter { isRevise(pairs[$0], judgement) }
    var current = version ?? max(1, after.version - begins.count)
    for (index, pair) in pairs.enumerated() {
      if index == begins.last {
        current = after.version
      } else if begins.contains(index) {
        current += 1
      }
      let isWithdrawal = !judgement.withdrawn.isEmpty && pair.rows.contains { $0.verb == .withdraw }
      addStep(pair.step, to: current, judgement.landing, isWithdrawal: isWithdrawal)
      if pair.rows.contains(where: { $0.verb == .withdraw }), begins.isEmpty {
        current = after.version
      }
    }
    version = after.version
  }

  private func isRevise(_ pair: AppendedSteps.Pair, _ judgement: Judgement) -> Bool {
    pair.from == .iteration && (pair.step.stage == .development || pair.step.stage == .research)
      && judgement.withdrawn.isEmpty
  }

  private mutating func addStep(
    _ step: PolicySnapshot.Step, to version: Int, _ landing: Landing?, isWithdrawal: Bool = false
  ) {
    var event = Timeline.Event(.step, on: step.on)
    event.stage = step.stage
    event.by = step.by
    event.reason = step.reason
    event.isUrgent = step.isUrgent ? true : nil
    event.isWithdrawal = isWithdrawal ? true : nil
    let isBack = step.stage == .research || step.stage == .development
    add(event, to: version, landing, isBack ? .begin : .goOn)
  }

  // MARK: Rounds and approvals

  private mutating func addRounds(_ snapshot: PolicySnapshot, _ landing: Landing?) {
    for round in snapshot.rounds {
      if opened.insert(round.number).inserted {
        var event = Timeline.Event(.roundOpened, on: round.opened)
        event.round = round.number
        event.scopes = round.scopes
        event.groups = round.groups
        add(
          event, to: round.version, landing, .open, isBrief: round.closed == round.opened)
      }
      if let day = round.closed, closed.insert(round.number).inserted {
        var event = Timeline.Event(.roundClosed, on: day)
        event.round = round.number
        event.outcome = round.outcome
        add(event, to: round.version, landing, .close)
      }
    }
  }

  private mutating func addApproval(_ judgement: Judgement, _ after: PolicySnapshot) {
    let isAdopted = judgement.isBeginning && after.stage == .iteration
    guard judgement.becameCandidate || isAdopted else { return }
    let before = approved[after.version]
    let changed = after.scopes.filter { before?[$0] != after.digests[$0] }
    approved[after.version] = after.digests
    guard before == nil || !changed.isEmpty else { return }
    let kind: Timeline.Event.Kind = isAdopted ? .adopted : before == nil ? .released : .amended
    var event = Timeline.Event(kind, on: judgement.landing.day)
    event.by = judgement.landing.author
    if kind == .amended { event.scopes = changed.map(\.rawValue) }
    add(event, to: after.version, judgement.landing, .outcome)
  }
}

extension TimelineMaker {
  /// All that ever landed, and those that may land next.
  mutating func add(_ working: [RecordFile]) {
    let own = working.filter { record in
      !line.records.contains { $0.name == record.name && $0.blob == record.blob }
    }
    for record in line.records + own {
      guard let signOff = record.signOff else { continue }
      var event = Timeline.Event(.record, on: signOff.signed)
      event.by = signOff.reviewer
      if case .round(let number) = signOff.purpose { event.round = number }
      event.purpose = signOff.purpose.name
      event.groups = [signOff.group]
      event.scopes = signOff.digests.map(\.scope)
      event.record = record.name
      event.verdict = signOff.verdict
      event.text = signOff.text.isEmpty ? nil : signOff.text
      // Told for ever, wherever it did.
      event.isStandIn = judges.contains { $0.isStandIn(record) } ? true : nil
      event.isToldByForge = judges.contains { $0.judge.isToldByForge(record) } ? true : nil
      add(
        event, to: signOff.version, record.landed.flatMap { landings[$0] }, .record,
        name: record.name)
    }
  }

  func versions(today: CalendarDate) -> [Timeline.Version] {
    Dictionary(grouping: events, by: \.version).sorted { $0.key < $1.key }
      .map { number, events in
        let interval = line.givenUp.contains(number) ? nil : line.interval(of: number)
        return Timeline.Version(
          number: number, state: state(of: number, interval, today), from: interval?.from,
          until: interval?.until, events: events.sorted { $0.order < $1.order }.map(\.event))
      }
  }

  private func state(
    of number: Int, _ interval: (from: CalendarDate, until: CalendarDate?)?,
    _ today: CalendarDate
  ) -> Timeline.Version.State {
    if line.givenUp.contains(number) { return .withdrawn }
    guard let interval else { return .draft }
    if interval.from > today { return .upcoming }
    return interval.until.map { $0 <= today } ?? false ? .past : .inForce
  }
}
