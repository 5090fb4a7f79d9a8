import PolicyModel
import PolicyProjection
import PolicyRules
import Testing

@Suite("A gate, judged on what has landed") struct GateJudgeTests {
  private func judge(
    _ line: LineBuilder, content: [Gate: [Finding]]? = nil,
    proposing proposed: Policy.Change.Class? = .significant
  ) throws -> GateJudge {
    GateJudge(
      judge: try #require(line.last().judge), line: line.line,
      content: content ?? [.comprehensive: [], .goodFit: [], .performable: []],
      proposedClass: proposed,
      change: Policy.Change(
        version: 1, changeClass: .significant, summary: "New.", classReason: nil, range: 0..<0),
      day: try day("2026-02-01"))
  }

  private func unmet(_ line: LineBuilder, at gate: Gate = .goodFit) throws -> [String] {
    try judge(line).report(for: gate).unmetLeaves.map(\.id)
  }

  /// In development; Ana and Sue have approved the rule in a round.
  private func approved() throws -> LineBuilder {
    var line = try LineBuilder.inReview()
    try line.sign("ana", as: "legal", on: [.policy])
    try line.sign("sue", as: "support", on: [.policy])
    return line
  }

  @Test("counts a round that is closed and that its records bear out")
  func closed() throws {
    var line = try approved()
    try line.land("2026-01-02")
    #expect(try unmet(line) == ["round-1-close"])
    line.snapshot.rounds[0].outcome = .approved
    try line.land("2026-01-03")
    #expect(try unmet(line) == ["round-1-close"], "an outcome closes nothing")
    try line.closeRound()
    try line.land("2026-01-04")
    #expect(try unmet(line) == [])
  }

  @Test("counts no round that was withdrawn, though everybody had spoken")
  func withdrawn() throws {
    var line = try approved()
    try line.closeRound(.withdrawn)
    try line.land("2026-01-02")
    #expect(try unmet(line).contains("rounds-good-fit"))
  }

  @Test("counts no round without reviewers")
  func nobody() throws {
    var line = try approved()
    line.snapshot.rounds[0].groups = []
    try line.closeRound()
    try line.land("2026-01-02")
    #expect(try unmet(line).contains("rounds-good-fit"))
  }

  @Test("counts no round in which somebody said nothing, though the words are approved")
  func silent() throws {
    var line = try approved()
    line.settings = line.settings.requiring { $0.goodFitRounds = 2 }
    try line.closeRound()
    try line.land("2026-01-02")
    try line.openRound([.policy], asking: ["legal", "support"])
    try line.sign("abe", as: "legal", on: [.policy])
    try line.closeRound()
    try line.land("2026-01-03")
    #expect(try unmet(line) == ["rounds-good-fit"])
  }

  @Test("asks for no round where it asks no group")
  func noGroups() throws {
    var line = try LineBuilder()
    line.settings = line.settings.requiring {
      $0.goodFitRounds = 2
      $0.goodFitGroups = []
    }
    try line.step(.development)
    try line.land("2026-01-01")
    #expect(try unmet(line) == [])
  }

  @Test("counts no round of another version")
  func otherVersion() throws {
    var line = try LineBuilder.released()
    try line.step(.development, reason: "adds PAY-6")
    line.snapshot.version = 2
    line.write(.policy, "of version 2", by: "dana")
    try line.land("2026-04-01")
    #expect(try unmet(line).contains("rounds-good-fit"))
  }

  @Test("counts no round on other scopes")
  func otherScopes() throws {
    var line = try LineBuilder.inReview()
    line.snapshot.rounds[0].scopes = ["article"]
    try line.sign("ana", as: "legal", on: [.article])
    try line.sign("sue", as: "support", on: [.article])
    try line.closeRound()
    try line.land("2026-01-02")
    #expect(try unmet(line).contains("rounds-good-fit"))
  }

  @Test("waits for an objection to words that other gates ask about")
  func objection() throws {
    var line = try LineBuilder.inReview()
    line.snapshot.rounds[0].scopes = ["policy", "article"]
    try line.sign("ana", as: "legal", on: [.policy])
    try line.sign("sue", as: "support", on: [.policy, .article])
    let record = try line.sign("sam", as: "support", .requestChanges, on: [.article])
    try line.closeRound(answering: [record])
    try line.land("2026-01-02")
    #expect(try unmet(line) == ["objection-\(record)"])
    try line.openRound([.policy, .article], asking: ["legal", "support"])
    try line.sign("sam", as: "support", on: [.article])
    try line.closeRound()
    try line.land("2026-01-03")
    #expect(try unmet(line) == [])
  }

  @Test("is not met by what could not be looked at")
  func notEvaluated() throws {
    var line = try approved()
    try line.closeRound()
    try line.land("2026-01-02")
    let unread = try judge(line, content: [.comprehensive: []]).report(for: .goodFit)
    #expect(!unread.isMet)
    #expect(unread.unmetLeaves.map(\.state) == [.notEvaluated])
    let unknown = try judge(line, proposing: nil).report(for: .performable).unmetLeaves
    #expect(unknown.first { $0.id == "change-class" }?.state == .notEvaluated)
  }

  @Test("that could not be judged at all is a finding about its landing")
  func notJudged() throws {
    var line = try approved()
    try line.closeRound()
    try line.step(.implementation)
    try line.land("2026-01-02")
    let checker = HistoryChecker(gates: [:], acknowledged: [], settings: nil) { _ in [:] }
    let found = checker.check(line.judgements()).findings.filter { $0.rule == "gate-unmet" }
    #expect(
      found.last?.headline == "From development to implementation: the gate could not be judged")
    #expect(found.last?.severity == .error)
  }
}
