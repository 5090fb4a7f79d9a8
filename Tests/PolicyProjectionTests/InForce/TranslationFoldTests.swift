import PolicyModel
import PolicyProjection
import Testing

/// The life of a policy that is translated into French, which `support` (Sue and Sam) approves.
private struct French {
  var life: LineBuilder
  private var numbers: [String: Int] = [:]

  init(asking groups: [String] = ["support"]) throws {
    life = try LineBuilder()
    life.settings = JudgingSettings.sample.with {
      $0.locales = [
        .init(tag: "en", groups: [], headings: [:]),
        .init(tag: "fr", groups: groups, headings: [:]),
      ]
    }
    for scope in Scope.published { life.write(scope, "1", by: "dana") }
    life.snapshot.effective = try day("2026-02-01")
    try life.step(.iteration)
    try life.land("2026-01-01", isBeginning: true)
  }

  var source: [Scope: String] { life.snapshot.digests.translated(of: life.snapshot.id) }

  mutating func write(
    _ words: String, by name: String = "wim", from origin: [Scope: String]? = nil
  ) throws {
    let origin = origin ?? source
    life.translations = [
      TranslationTouch(
        snapshot: TranslationSnapshot(
          locale: "fr", path: Translation.path(of: life.snapshot.id, in: "fr"),
          blob: try LineBuilder.object(500), digest: "\(words) of \(origin[.policy] ?? "")",
          origin: origin),
        authors: [SampleSettings.address(name)])
    ]
  }

  @discardableResult
  mutating func sign(
    _ name: String, as group: String = "support", _ verdict: SignOff.Verdict = .approve,
    for purpose: SignOff.Purpose = .translation, clears: String? = nil
  ) throws -> String {
    let snapshot = try #require(life.translations.first?.snapshot)
    numbers[name, default: 0] += 1
    let signOff = SignOff(
      workspace: life.settings.workspace.id, policy: life.snapshot.id, purpose: purpose,
      version: 1, group: group, reviewer: SampleSettings.address(name),
      number: numbers[name] ?? 1, verdict: verdict, signed: try day("2026-01-01"),
      digests: [.init(scope: snapshot.scope, value: snapshot.digest)], clears: clears,
      text: "Parce que.")
    life.records.append(
      RecordFile(
        name: signOff.fileName, blob: try LineBuilder.object(2_000 + life.records.count),
        signOff: signOff, signature: .valid(key: SampleSettings.key(of: name))))
    return signOff.fileName
  }

  var shown: (words: String, isStale: Bool)? {
    let line = life.line
    guard let candidate = line.latestCandidate(),
      let found = line.translation(into: "fr", of: candidate)
    else { return nil }
    return (found.approved.snapshot.digest, found.isStale)
  }

  /// Other words of the policy, approved by all.
  mutating func amend(_ words: String) throws {
    life.write(.article, words, by: "dana")
    try life.openRound([.article], asking: ["support"])
    try life.sign("sue", as: "support", on: [.article])
    try life.land("2026-03-01")
  }
}

@Suite struct `A translation that lands` {
  @Test func `is shown once its group has approved it, and not before`() throws {
    var french = try French()
    try french.write("un")
    try french.life.land("2026-02-01")
    #expect(french.shown == nil)
    try french.sign("sam")
    try french.life.land("2026-02-02")
    let shown = try #require(french.shown)
    #expect(shown.words == "un of policy 1" && !shown.isStale)
  }

  @Test func `is shown at once where nobody is asked`() throws {
    var french = try French(asking: [])
    try french.write("un")
    try french.life.land("2026-02-01")
    #expect(try #require(french.shown).words == "un of policy 1")
  }

  @Test func `is not shown for a language that its first parent does not have`() throws {
    var french = try French(asking: [])
    french.life.settings = .sample
    try french.write("un")
    try french.life.land("2026-02-01")
    try french.life.land("2026-02-02")
    #expect(french.life.line.translations["fr"]?.approved.map(\.landing.index) == [1])
    var german = try French(asking: [])
    german.life.settings = JudgingSettings.sample
    try german.life.land("2026-02-01")
    try german.write("un")
    try german.life.land("2026-02-02")
    #expect(german.shown == nil)
  }

  @Test(
    arguments: [
      ("wim", "support"), ("ana", "legal"), ("ana", "support"), ("dana", "support"),
    ])
  func `does not count the yes of its author, of others, or of the owner`(
    name: String, group: String
  ) throws {
    var french = try French()
    french.life.settings = french.life.settings.members(
      of: "support", are: ["sue", "sam", "wim", "dana"])
    french.life.settings = french.life.settings.with(signers: {
      for name in ["wim", "dana"] {
        $0[SampleSettings.key(of: name)] = SampleSettings.address(name)
      }
    })
    try french.life.land("2026-01-15")
    try french.write("un")
    try french.sign(name, as: group)
    try french.life.land("2026-02-01")
    #expect(french.shown == nil)
    try french.sign("sam")
    try french.life.land("2026-02-02")
    #expect(french.shown != nil)
  }

  @Test func `needs a new yes for new words, and shows the old ones until then`() throws {
    var french = try French()
    try french.write("un")
    try french.sign("sam")
    try french.life.land("2026-02-01")
    try french.write("deux")
    try french.life.land("2026-02-02")
    #expect(try #require(french.shown).words == "un of policy 1")
    try french.sign("sue")
    try french.life.land("2026-02-03")
    #expect(try #require(french.shown).words == "deux of policy 1")
  }

  @Test func `does not count the yes of whoever wrote what another only mended`() throws {
    var french = try French()
    try french.write("un", by: "sam")
    try french.life.land("2026-02-01")
    try french.write("deux", by: "wim")
    try french.sign("sam")
    try french.life.land("2026-02-02")
    #expect(french.shown == nil)
    try french.sign("sue")
    try french.life.land("2026-02-03")
    #expect(french.shown != nil)
  }

  @Test func `needs records that are made for it`() throws {
    var french = try French()
    try french.write("un")
    try french.sign("sam", for: .round(1))
    try french.life.land("2026-02-01")
    #expect(french.shown == nil)
  }

  @Test func `waits for no objection of a group that is not asked`() throws {
    var french = try French()
    try french.write("un")
    try french.sign("ana", as: "legal", .requestChanges)
    try french.sign("sam")
    try french.life.land("2026-02-01")
    #expect(french.shown != nil)
  }

  @Test func `waits while an objection stands`() throws {
    var french = try French()
    try french.write("un")
    let objection = try french.sign("sue", .requestChanges)
    try french.sign("sam")
    try french.life.land("2026-02-01")
    #expect(french.shown == nil)
    try french.sign("sam", clears: objection)
    try french.life.land("2026-02-02")
    #expect(french.shown != nil)
  }

  @Test func `stays until it is removed`() throws {
    var french = try French()
    try french.write("un")
    try french.sign("sam")
    try french.life.land("2026-02-01")
    french.life.translations = []
    try french.life.land("2026-02-02")
    #expect(french.shown != nil)
    var fold = LifecycleFold(
      revoked: Revocations(), lines: [french.life.snapshot.id: french.life.line])
    var touch = Touch(id: french.life.snapshot.id, snapshot: french.life.snapshot)
    touch.removedTranslations = ["fr"]
    fold.apply(
      LandedChange(
        landing: Landing(
          commit: try LineBuilder.object(1), day: try day("2026-03-01"), author: "", index: 9),
        settings: french.life.settings, touches: [touch]))
    #expect(fold.lines[french.life.snapshot.id]?.translations["fr"] == nil)
  }

  @Test func `is void once the key that approved it is revoked`() throws {
    var french = try French()
    try french.write("un")
    try french.sign("sam")
    try french.life.land("2026-02-01")
    french.life.revoked = Revocations(keys: [SampleSettings.key(of: "sam")])
    #expect(french.shown == nil)
  }
}

@Suite struct `The translation that is shown` {
  @Test func `is stale once the source has changed, and blocks nothing`() throws {
    var french = try French()
    try french.write("un")
    try french.sign("sam")
    try french.life.land("2026-02-01")
    try french.amend("2")
    let line = french.life.line
    #expect(line.latestCandidate()?.snapshot.digests[.article] == "article 2")
    #expect(try #require(french.shown).isStale)
    try french.write("deux")
    try french.sign("sam")
    try french.life.land("2026-03-02")
    let shown = try #require(french.shown)
    #expect(shown.words == "deux of policy 1" && !shown.isStale)
  }

  @Test func `is never one of words that were not published`() throws {
    var french = try French(asking: [])
    var draft = french.source
    draft[.policy] = "policy of a draft"
    try french.write("secret", from: draft)
    try french.life.land("2026-02-01")
    #expect(french.life.line.translations["fr"]?.approved.count == 1)
    #expect(french.shown == nil)
  }
}
