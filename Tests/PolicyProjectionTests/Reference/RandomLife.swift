import PolicyModel
import PolicyProjection

/// Lives of policies that nobody would lead, the same on each run.
struct RandomLife {
  private var dice: Dice
  private(set) var line: LineBuilder
  private var today = CalendarDate(daysSinceEpoch: 20_500)

  init(seed: Int) throws {
    dice = Dice(state: UInt64(seed) &* 0x2545_F491_4F6C_DD1D)
    line =
      switch Int.random(in: 0..<8, using: &dice) {
      case 0: try LineBuilder()
      case 1: try LineBuilder(id: "common")
      case 2, 3: try LineBuilder.unsigned(effective: "2026-02-10")
      default: try LineBuilder.released(effective: "2026-02-10")
      }
    if line.snapshot.id == "common" {
      line.snapshot.stage = .iteration
      line.snapshot.history = []
      try line.openRound(Scope.common, asking: ["support"])
    }
    let length = Int.random(in: 5...(chance(5) ? 40 : 14), using: &dice)
    while line.changes.count < length {
      for _ in 0..<Int.random(in: 1...3, using: &dice) { try act() }
      try land()
    }
    if chance(8) { line.revoked = Revocations(keys: [SampleSettings.key(of: anyone())]) }
  }

  private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &dice) == 0 }

  private mutating func pick<Item>(_ items: [Item], or other: Item) -> Item {
    items.randomElement(using: &dice) ?? other
  }

  private mutating func anyone() -> String {
    pick(["ana", "abe", "sue", "sam", "otto", "lea", "lou", "dana"], or: "ana")
  }

  private mutating func anyGroup() -> String {
    pick(["legal", "support", "operations", "leadership", "counsel"], or: "legal")
  }

  /// A commit's day is a claim: now and then it is set back, and then the loader takes that of the
  /// landing before.
  private mutating func land() throws {
    let claimed = today.adding(Period(Int.random(in: -6...9, using: &dice), .day))
    today = max(today, claimed)
    try line.land(
      on: today, isBeginning: line.changes.isEmpty && chance(3), isReadable: !chance(20),
      lacksSettings: chance(25))
  }

  private mutating func act() throws {
    switch Int.random(in: 0..<30, using: &dice) {
    case 0..<4: write()
    case 4..<8: try take()
    case 8..<10:
      try line.openRound(scopes(), asking: ["legal", "support", "operations", "counsel"])
    case 10: try close()
    case 11..<17: try everyoneSigns()
    case 17..<22: try someoneSigns()
    case 22: if !line.records.isEmpty { line.records.remove(at: 0) }
    case 23..<25: changeSettings()
    case 25..<27: changeDates()
    case 27: line.snapshot.changeClasses.append(chance(2) ? .editorial : .minor)
    case 28: line.snapshot.owner = SampleSettings.address(anyone())
    default: try tamper()
    }
  }

  private mutating func scopes() -> [Scope] {
    chance(2) ? Scope.published : Scope.published.filter { _ in chance(2) }
  }

  private mutating func write() {
    let scope = pick(Scope.allCases, or: .article)
    line.write(scope, String(Int.random(in: 1...3, using: &dice)), by: anyone())
  }

  private mutating func close() throws {
    guard line.snapshot.openRound != nil, line.snapshot.rounds.last?.isOpen == true else { return }
    try line.closeRound(chance(5) ? .withdrawn : .approved)
  }

  // MARK: Steps

  private mutating func take() throws {
    let stage = line.snapshot.stage ?? .research
    switch (stage, Int.random(in: 0..<6, using: &dice)) {
    case (.research, 0..<4): try line.step(.development)
    case (.development, 0..<4): try line.step(.implementation)
    case (.implementation, 0..<3): try line.step(.iteration, reason: chance(3) ? "why" : nil)
    case (.implementation, 3): try line.step(.iteration, reason: "why", urgently: true)
    case (.iteration, 0..<2): try line.revise(effective: soon().description)
    case (.iteration, 2..<4), (.development, 4): try withdraw()
    case (_, 4) where chance(3): try line.retire(on: soon().description)
    default:
      try line.step(
        pick(Stage.allCases, or: .iteration), reason: chance(3) ? nil : "why",
        urgently: chance(4))
    }
  }

  private mutating func withdraw() throws {
    let version = line.snapshot.version
    let old = line.changes.compactMap { $0.touches[0].snapshot }.last { $0.version < version }
    if let old, !chance(4) {
      try line.withdraw(to: old)
    } else {
      try line.step(.development, reason: "an error")
      line.snapshot.withdrawn.append(version)
      line.snapshot.version += 1
    }
  }

  private mutating func soon() -> CalendarDate {
    today.adding(Period(Int.random(in: -5...30, using: &dice), .day))
  }

  private mutating func changeDates() {
    line.snapshot.effective = chance(6) ? nil : soon()
    if chance(6) { line.snapshot.version = Int.random(in: 1...4, using: &dice) }
    if chance(6) { line.snapshot.withdrawn.append(Int.random(in: 1...4, using: &dice)) }
  }

  // MARK: Records

  private mutating func everyoneSigns() throws {
    switch line.snapshot.stage {
    case .retired:
      try line.sign(pick(["ana", "abe"], or: "ana"), as: "legal", on: [.retire], for: .retire)
    case .implementation where chance(2),
      .iteration where line.snapshot.history.last?.isUrgent == true:
      try line.sign("ana", as: "legal", for: .urgent)
      try line.sign("lea", as: "leadership", for: .urgent)
    default:
      if line.snapshot.rounds.last?.version != line.snapshot.version {
        try line.openRound(Scope.published, asking: ["legal", "support", "operations"])
      }
      try line.sign(pick(["ana", "abe"], or: "ana"), as: "legal")
      try line.sign(pick(["sue", "sam"], or: "sue"), as: "support")
      try line.sign("otto", as: "operations")
    }
  }

  private mutating func someoneSigns() throws {
    let name = anyone()
    let own = SampleSettings.groups.filter { $0.value.contains(name) }.keys.sorted()
    let group = chance(4) ? anyGroup() : pick(own, or: "legal")
    let verdict = pick(
      [.approve, .approve, .approve, .requestChanges, .comment, .overrule],
      or: SignOff.Verdict.approve)
    let objections = line.records.filter { $0.signOff?.isObjection == true }.map(\.name)
    let purpose: SignOff.Purpose? =
      chance(6) ? pick([.urgent, .retire, .review], or: .review) : nil
    try line.sign(
      name, as: group, verdict, on: scopes(), for: purpose,
      clears: chance(2) ? objections.randomElement(using: &dice) : nil)
  }

  // MARK: Settings

  private mutating func changeSettings() {
    let name = anyone()
    let group = anyGroup()
    let empties = chance(2)
    switch Int.random(in: 0..<5, using: &dice) {
    case 0: line.settings = line.settings.members(of: group, are: empties ? [name] : [])
    case 1: line.settings = JudgingSettings.sample
    case 2: line.settings = line.settings.with { $0[SampleSettings.key(of: name)] = nil }
    case 3:
      line.settings = line.settings.requiring {
        $0.goodFitGroups = empties ? [group] : ["legal", "counsel"]
        $0.performableGroups[.article] = empties ? [] : ["support", group]
      }
    default: line.settings = line.settings.requiring { $0.urgentGroups = empties ? [] : [group] }
    }
  }

  private mutating func tamper() throws {
    switch Int.random(in: 0..<4, using: &dice) {
    case 0: line.snapshot.stage = pick(Stage.allCases, or: .iteration)
    case 1: if line.snapshot.history.count > 1, chance(2) { line.snapshot.history.removeLast() }
    case 2:
      let name = anyone()
      let other = anyone()
      line.records.append(
        try line.record(of: name, as: anyGroup(), key: SampleSettings.key(of: other)))
    default:
      let owner = SampleSettings.address(anyone())
      if !line.snapshot.rounds.isEmpty { line.snapshot.rounds[0].authors.append(owner) }
    }
  }
}
