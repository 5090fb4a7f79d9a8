import PolicyModel
import PolicyProjection
import Testing

@Suite("In force") struct InForceTests {
  private func version(_ line: LineBuilder, on date: String) throws -> Int? {
    line.line.inForce(on: try day(date))?.version
  }

  private func words(_ line: LineBuilder, _ scope: Scope, on date: String) throws -> String? {
    line.line.inForce(on: try day(date))?.snapshot.digests[scope]
  }

  @Test("a version binds from its day on")
  func effective() throws {
    let line = try LineBuilder.released(effective: "2026-03-01")
    #expect(try version(line, on: "2026-02-28") == nil)
    #expect(try version(line, on: "2026-03-01") == 1)
    #expect(line.line.upcoming(after: try day("2026-02-28")).map(\.version) == [1])
    #expect(line.line.upcoming(after: try day("2026-03-01")).isEmpty)
  }

  @Test("a review counts of a member of a group that reviews, and of nobody else")
  func reviewers() throws {
    var line = try LineBuilder.released()
    for (name, group) in [("sue", "support"), ("sue", "legal"), ("ana", "legal")] {
      try line.sign(name, as: group, .keep, for: .review)
    }
    try line.land("2026-04-01")
    #expect(line.line.reviews.map(\.reviewer) == [SampleSettings.address("ana")])
  }

  @Test("a review is overdue until another version binds")
  func overdueUntil() throws {
    var line = try LineBuilder.released()
    try line.revise(effective: "2027-06-01")
    try line.signAll()
    try line.land("2027-04-01")
    func overdue(on date: String) throws -> [Int] {
      try line.line.overdues(from: day("2027-02-01"), settings: line.settings)
        .filter { $0.isOverdue(on: try day(date)) }.map(\.version)
    }
    #expect(try overdue(on: "2027-03-01") == [])
    #expect(try overdue(on: "2027-03-02") == [1])
    #expect(try overdue(on: "2027-05-31") == [1])
    #expect(try overdue(on: "2027-06-01") == [])
  }

  @Test("a lower version whose day lies ahead is not to come")
  func overtaken() throws {
    var line = try LineBuilder.released(effective: "2026-07-01")
    try line.revise(effective: "2026-06-01")
    try line.signAll()
    try line.land("2026-04-01")
    #expect(line.line.upcoming(after: try day("2026-05-31")).map(\.version) == [1, 2])
    #expect(try version(line, on: "2026-06-01") == 2)
    #expect(line.line.upcoming(after: try day("2026-06-01")).isEmpty)
    #expect(try version(line, on: "2026-07-01") == 2)
  }

  @Test(
    "a text of which one scope is not approved is no candidate",
    arguments: Scope.published)
  func everyScope(_ scope: Scope) throws {
    var line = try LineBuilder.unsigned()
    try line.signAll()
    line.write(scope, "2", by: "dana")
    try line.land("2026-02-01")
    let last = try line.last()
    #expect(last.scopes.filter { !$0.isApproved }.map(\.scope) == [scope])
    #expect(!last.becameCandidate)
    #expect(line.line.candidates.isEmpty)
  }

  @Test(
    "a text outside iteration is no candidate, whatever was signed",
    arguments: [Stage.research, .development, .implementation, .retired])
  func stage(_ stage: Stage) throws {
    var line = try LineBuilder.unsigned()
    try line.signAll()
    line.snapshot.stage = stage
    try line.land("2026-02-01")
    #expect(line.line.candidates.isEmpty)
  }

  @Test("a stage that is not the last step of history publishes nothing")
  func stageWithoutStep() throws {
    var line = try LineBuilder.unsigned()
    try line.signAll()
    line.snapshot.history.removeLast()
    try line.land("2026-02-01")
    #expect(line.line.candidates.isEmpty)
  }

  @Test("a list of steps that was rewritten publishes nothing until it is restored")
  func rewritten() throws {
    var line = try LineBuilder.released()
    let steps = line.snapshot.history
    line.snapshot.history[0].by = "mallory@quillwork.example"
    line.write(.article, "2", by: "dana")
    try line.openRound([.article], asking: ["support"])
    try line.sign("sue", as: "support", on: [.article])
    try line.land("2026-03-02")
    #expect(try words(line, .article, on: "2026-03-02") == "article 1")
    try line.land("2026-03-03")
    #expect(try words(line, .article, on: "2026-03-03") == "article 1")
    line.snapshot.history = steps
    try line.land("2026-03-04")
    #expect(try words(line, .article, on: "2026-03-04") == "article 2")
  }

  @Test("nothing is approved where the first parent has no readable settings")
  func lacksSettings() throws {
    var line = try LineBuilder.unsigned()
    try line.signAll()
    try line.land(on: day("2026-02-01"), lacksSettings: true)
    #expect(line.line.candidates.isEmpty)
    #expect(try line.last().lacksSettings)
    try line.land("2026-02-02")
    #expect(line.line.candidates.count == 1)
  }

  @Test("later changes of groups, members, rules and signers unpublish nothing")
  func laterSettings() throws {
    var line = try LineBuilder.released()
    line.settings = JudgingSettings(
      workspace: line.settings.requiring { $0.goodFitGroups = ["counsel"] }
        .members(of: "legal", are: []).members(of: "support", are: []).workspace, signers: [:])
    try line.land("2026-02-02")
    try line.land("2026-02-03")
    #expect(try line.last().becameCandidate)
    #expect(try version(line, on: "2026-03-01") == 1)
  }

  @Test("a typo asks only those who sign its scope, also after the others left")
  func onlyWhatChanged() throws {
    var line = try LineBuilder.released()
    line.settings = line.settings.members(of: "legal", are: []).members(of: "operations", are: [])
    try line.land("2026-02-02")
    line.write(.article, "2", by: "dana")
    try line.openRound([.article], asking: ["support"])
    try line.land("2026-03-02")
    #expect(try words(line, .article, on: "2026-03-02") == "article 1")
    try line.sign("sue", as: "support", on: [.article])
    try line.land("2026-03-03")
    #expect(try words(line, .article, on: "2026-03-03") == "article 2")
  }

  @Test("a revoked key does unpublish")
  func revokedKey() throws {
    var line = try LineBuilder.released()
    #expect(try version(line, on: "2026-03-01") == 1)
    line.revoked = Revocations(keys: ["SHA256:otto"])
    #expect(try version(line, on: "2026-03-01") == nil)
  }

  @Test("a record counts on after its file was changed or removed", arguments: [false, true])
  func removedRecord(isChanged: Bool) throws {
    var line = try LineBuilder.unsigned()
    try line.signAll()
    line.write(.emails, "2", by: "dana")
    try line.land("2026-02-01")
    #expect(line.line.candidates.isEmpty)
    let names = line.records.map(\.name)
    line.records = []
    if isChanged {
      line.records = try names.map {
        RecordFile(name: $0, blob: try LineBuilder.object(9), signOff: nil, problem: "?")
      }
    }
    line.write(.emails, "1", by: "dana")
    try line.land("2026-02-02")
    #expect(try line.last().becameCandidate)
    #expect(try version(line, on: "2026-03-01") == 1)
  }

  @Test("a policy that is deleted or cannot be read stays in force")
  func deleted() throws {
    var line = try LineBuilder.released()
    try line.land(on: day("2026-03-02"), isReadable: false)
    #expect(try version(line, on: "2026-03-02") == 1)
    #expect(line.line.snapshot == nil)
  }

  @Test("the highest version whose day has come is in force, and a later one is upcoming")
  func upcoming() throws {
    var line = try LineBuilder.released()
    try line.revise(effective: "2026-05-01")
    try line.signAll()
    try line.land("2026-04-01")
    #expect(try version(line, on: "2026-04-30") == 1)
    #expect(line.line.upcoming(after: try day("2026-04-30")).map(\.version) == [2])
    #expect(try version(line, on: "2026-05-01") == 2)
    #expect(line.line.versions(until: try day("2026-05-01")).map(\.version) == [1, 2])
    let interval = try #require(line.line.interval(of: 1))
    #expect(interval.from.description == "2026-03-01")
    #expect(interval.until?.description == "2026-05-01")
  }

  @Test("while a revision is drafted, the version before it stays in force")
  func drafting() throws {
    var line = try LineBuilder.released()
    try line.revise(effective: "2026-05-01")
    try line.land("2026-06-01")
    #expect(try version(line, on: "2026-06-01") == 1)
  }

  @Test("once a day has come, no amendment moves it")
  func movedDay() throws {
    var line = try LineBuilder.released(effective: "2026-03-01")
    line.snapshot.effective = try day("2026-04-01")
    line.write(.release, "2", by: "dana")
    try line.sign("ana", as: "legal", on: [.release])
    var early = line
    try early.land("2026-02-28")
    #expect(try early.last().becameCandidate)
    #expect(try version(early, on: "2026-03-31") == nil)
    #expect(try version(early, on: "2026-04-01") == 1)
    try line.land("2026-03-01")
    #expect(try line.last().becameCandidate)
    #expect(try version(line, on: "2026-03-02") == 1)
  }

  @Test("enforcement begins with what stands in iteration, without records")
  func beginning() throws {
    var line = try LineBuilder.unsigned(effective: "2025-03-01")
    try line.land("2026-02-01", isBeginning: true)
    #expect(try version(line, on: "2026-02-01") == 1)
    line.write(.article, "2", by: "dana")
    try line.land("2026-02-02")
    #expect(try !line.last().becameCandidate)
    #expect(try words(line, .article, on: "2026-02-02") == "article 1")
    var draft = try LineBuilder.inReview()
    try draft.land("2026-02-01", isBeginning: true)
    #expect(draft.line.candidates.isEmpty)
  }

  @Test("what stood in iteration where enforcement begins bound from the day that it names")
  func adopted() throws {
    var line = try LineBuilder.inReview()
    line.snapshot.stage = .iteration
    line.snapshot.history.append(
      .init(stage: .iteration, on: try day("2025-11-01"), by: "dana", reason: nil, isUrgent: false))
    line.snapshot.effective = try day("2025-12-01")
    try line.land("2026-02-01", isBeginning: true)
    #expect(line.line.interval(of: 1)?.from == (try day("2025-12-01")))
    line.snapshot.effective = nil
    var undated = try LineBuilder.inReview()
    undated.snapshot = line.snapshot
    try undated.land("2026-02-01", isBeginning: true)
    #expect(undated.line.interval(of: 1)?.from == (try day("2026-02-01")))
  }

  @Test("common.md needs article and emails, and every change is an amendment")
  func common() throws {
    var line = try LineBuilder(id: "common")
    line.snapshot.stage = .iteration
    line.snapshot.history = []
    try line.openRound(Scope.common, asking: ["support"])
    try line.land("2026-01-01")
    #expect(try line.last().scopes.map(\.scope) == [.article, .emails])
    #expect(line.line.candidates.isEmpty)
    try line.sign("sue", as: "support", on: Scope.common)
    line.write(.policy, "of no matter", by: "dana")
    try line.land("2026-01-02")
    #expect(try version(line, on: "2026-01-02") == 1)
    line.write(.emails, "2", by: "dana")
    try line.land("2026-01-03")
    #expect(try words(line, .emails, on: "2026-01-03") == "emails 1")
    try line.sign("sam", as: "support", on: [.emails])
    try line.land("2026-01-04")
    #expect(try words(line, .emails, on: "2026-01-04") == "emails 2")
  }
}
