import PolicyModel
import PolicyProjection
import Testing

/// Tells the life of one policy, landing by landing, as the loader would tell it to the fold.
struct LineBuilder {
  /// Of the tree that lands next; they judge the landing after it.
  var settings = JudgingSettings.sample
  var revoked = Revocations()
  var snapshot: PolicySnapshot
  var records: [RecordFile] = []
  var translations: [TranslationTouch] = []
  private(set) var changes: [LandedChange] = []
  /// The settings of the first parent.
  private var judging: JudgingSettings?
  private var writers: [Scope: Set<String>] = [:]
  private var numbers: [String: Int] = [:]

  init(id: String = "pay-outside") throws {
    snapshot = PolicySnapshot(
      id: id, path: "policies/\(id).md", blob: try Self.object(0),
      owner: SampleSettings.address("dana"), stage: .research)
    for scope in Scope.allCases { write(scope, "1", by: "dana") }
    try step(.research)
  }

  static func object(_ number: Int) throws -> ObjectID {
    let digits = String(number)
    return try #require(
      ObjectID(String(repeating: "0", count: 40 - digits.utf8.count) + digits))
  }

  // MARK: The tree

  mutating func write(_ scope: Scope, _ words: String, by name: String) {
    snapshot.digests[scope] = "\(scope.rawValue) \(words)"
    writers[scope, default: []].insert(SampleSettings.address(name))
  }

  mutating func step(
    _ stage: Stage, reason: String? = nil, urgently: Bool = false
  ) throws {
    snapshot.stage = stage
    snapshot.history.append(
      .init(
        stage: stage, on: try day("2026-01-01"), by: SampleSettings.address("dana"),
        reason: reason, isUrgent: urgently))
  }

  mutating func openRound(_ scopes: [Scope], asking groups: [String]) throws {
    snapshot.rounds.append(
      .init(
        number: snapshot.rounds.count + 1, version: snapshot.version,
        opened: try day("2026-01-01"), scopes: scopes.map(\.rawValue), groups: groups, authors: []))
  }

  mutating func closeRound(
    _ outcome: Policy.ReviewRound.Outcome = .approved, answering answered: [String] = []
  ) throws {
    let last = snapshot.rounds.count - 1
    snapshot.rounds[last].closed = try day("2026-01-02")
    snapshot.rounds[last].outcome = outcome
    snapshot.rounds[last].answered = answered
  }

  /// A record of the words as they stand, for the last round unless another purpose is named. It is
  /// not in the tree before `add`.
  mutating func record(
    of name: String, as group: String, _ verdict: SignOff.Verdict = .approve,
    on scopes: [Scope] = Scope.published, for purpose: SignOff.Purpose? = nil,
    clears: String? = nil, key: String? = nil
  ) throws -> RecordFile {
    let number = (numbers[name] ?? 0) + 1
    numbers[name] = number
    let signOff = SignOff(
      workspace: settings.workspace.id, policy: snapshot.id,
      purpose: purpose ?? .round(snapshot.rounds.count), version: snapshot.version, group: group,
      reviewer: SampleSettings.address(name), number: number, verdict: verdict,
      signed: try day("2026-01-01"),
      digests: scopes.map { .init(scope: $0.rawValue, value: snapshot.digests[$0] ?? "") },
      clears: clears, text: "Because.")
    return RecordFile(
      name: signOff.fileName, blob: try Self.object(1_000 + numbers.values.reduce(0, +)),
      signOff: signOff, signature: .valid(key: key ?? SampleSettings.key(of: name)))
  }

  /// The name of the record, for one that answers it.
  @discardableResult
  mutating func sign(
    _ name: String, as group: String, _ verdict: SignOff.Verdict = .approve,
    on scopes: [Scope] = Scope.published, for purpose: SignOff.Purpose? = nil,
    clears: String? = nil
  ) throws -> String {
    let record = try record(
      of: name, as: group, verdict, on: scopes, for: purpose, clears: clears)
    records.append(record)
    return record.name
  }

  mutating func signAll() throws {
    try sign("ana", as: "legal")
    try sign("sue", as: "support")
    try sign("otto", as: "operations")
  }

  // MARK: Landings

  mutating func land(_ date: String, isBeginning: Bool = false) throws {
    try land(on: day(date), isBeginning: isBeginning)
  }

  mutating func land(
    on day: CalendarDate, isBeginning: Bool = false, isReadable: Bool = true,
    lacksSettings: Bool = false
  ) throws {
    let number = changes.count
    if changes.last(where: { $0.touches[0].snapshot != nil })?.touches[0].snapshot != snapshot {
      snapshot.blob = try Self.object(100 + number)
    }
    var touch = Touch(
      id: snapshot.id, snapshot: isReadable ? snapshot : nil, isUnreadable: !isReadable,
      records: records, authors: isReadable ? writers : [:])
    touch.translations = translations
    changes.append(
      LandedChange(
        landing: Landing(
          commit: try Self.object(10_000 + number), day: day,
          author: SampleSettings.address("dana"), index: number),
        settings: lacksSettings ? nil : judging ?? settings, touches: [touch],
        isBeginning: isBeginning))
    judging = settings
    if isReadable { writers = [:] }
  }

  // MARK: What the fold makes of it

  func judgements() -> [Judgement] {
    var fold = LifecycleFold(revoked: revoked)
    return changes.flatMap { fold.apply($0) }
  }

  var line: PolicyLine {
    var fold = LifecycleFold(revoked: revoked)
    for change in changes { fold.apply(change) }
    return fold.lines[snapshot.id] ?? PolicyLine(id: snapshot.id)
  }

  func last() throws -> Judgement { try #require(judgements().last) }

  /// What the groups say of a scope at the last landing, whatever was approved before.
  func opinion(
    of scope: Scope, for purpose: SignOff.Purpose? = nil, groups: [String]? = nil
  ) throws -> ScopeVerdict {
    try #require(last().judge).verdict(of: scope, purpose: purpose, groups: groups)
  }

  /// The reasons for which records of a group do not count.
  func refusals(of group: String, on scope: Scope) throws -> [Refusal] {
    try opinion(of: scope).groups.first { $0.group == group }?.refused.map(\.refusal) ?? []
  }
}

func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

extension Refusal {
  /// Whether it is of somebody who wrote the words, whoever says so.
  var isAuthor: Bool {
    if case .author = self { true } else { false }
  }
}
