import PolicyModel
import PolicyProjection
import Testing

@Suite("Authors") struct AuthorTests {
  @Test("nobody approves their own words")
  func own() throws {
    var line = try LineBuilder.inReview()
    line.write(.policy, "by Ana", by: "ana")
    try line.sign("ana", as: "legal", on: [.policy])
    try line.land("2026-01-02")
    let verdict = try line.opinion(of: .policy)
    #expect(verdict.groups.first?.refused.map(\.refusal.isAuthor) == [true])
    #expect(verdict.groups.first?.candidates == ["abe@quillwork.example"])
  }

  @Test("an author is told so where every member is one, and who stands in is told")
  func everyMember() throws {
    var line = try LineBuilder.inReview()
    line.settings = line.settings.requiring { $0.goodFitGroups = ["operations"] }
    line.snapshot.rounds[0].groups = ["operations"]
    line.write(.policy, "by Otto", by: "otto")
    try line.land("2026-01-02")
    try line.sign("otto", as: "operations", on: [.policy])
    try line.sign("sue", as: "operations", on: [.policy])
    try line.land("2026-01-03")
    let group = try #require(try line.opinion(of: .policy).groups.first)
    #expect(group.refused.first?.refusal.isAuthor == true)
    #expect(group.refused.dropFirst().map(\.refusal) == [.notMember(group: "operations")])
    #expect(group.needsStandIn)
    #expect(group.candidates == ["lea@quillwork.example", "lou@quillwork.example"])
  }

  @Test("the owner is an author")
  func owner() throws {
    var line = try LineBuilder.inReview()
    line.snapshot.owner = SampleSettings.address("ana")
    try line.sign("ana", as: "legal", on: [.policy])
    try line.land("2026-01-02")
    #expect(try line.refusals(of: "legal", on: .policy).map(\.isAuthor) == [true])
  }

  @Test("those whom a round of this version lists are authors, as a squash leaves only these")
  func listed() throws {
    var line = try LineBuilder.inReview()
    line.snapshot.rounds[0].authors = ["ANA@quillwork.example"]
    try line.sign("ana", as: "legal", on: [.policy])
    try line.land("2026-01-02")
    #expect(try line.refusals(of: "legal", on: .policy).map(\.isAuthor) == [true])
    line.snapshot.rounds[0].scopes = ["article"]
    var other = try LineBuilder.inReview()
    other.snapshot.rounds[0].scopes = ["article"]
    other.snapshot.rounds[0].authors = ["ana@quillwork.example"]
    try other.sign("ana", as: "legal", on: [.policy])
    try other.land("2026-01-02")
    #expect(try other.refusals(of: "legal", on: .policy).isEmpty)
  }

  @Test("whoever wrote a part of unapproved words stays their author when others go on")
  func carried() throws {
    var line = try LineBuilder.inReview()
    line.write(.policy, "by Ana", by: "ana")
    try line.land("2026-01-02")
    line.write(.policy, "by Ana and Dana", by: "dana")
    try line.sign("ana", as: "legal", on: [.policy])
    try line.land("2026-01-03")
    #expect(try line.refusals(of: "legal", on: .policy).map(\.isAuthor) == [true])
  }

  @Test("a landing that cannot be read washes no author away")
  func throughUnreadable() throws {
    var line = try LineBuilder.inReview()
    line.write(.policy, "by Ana", by: "ana")
    try line.land("2026-01-02")
    try line.land(on: day("2026-01-03"), isReadable: false)
    line.write(.policy, "by Ana and Dana", by: "dana")
    try line.sign("ana", as: "legal", on: [.policy])
    try line.land("2026-01-04")
    #expect(try line.refusals(of: "legal", on: .policy).map(\.isAuthor) == [true])
  }

  @Test("an address that people: lists later is its person's as well")
  func alias() throws {
    var line = try LineBuilder.inReview()
    line.write(.policy, "from home", by: "ana@home.example")
    line.settings = line.settings.with {
      $0.people["ana@quillwork.example"]?.also = ["ana@home.example"]
    }
    try line.land("2026-01-02")
    try line.sign("ana", as: "legal", on: [.policy])
    try line.land("2026-01-03")
    #expect(try line.refusals(of: "legal", on: .policy).map(\.isAuthor) == [true])
  }

  @Test("are those since the words were approved, and not of all time")
  func sinceApproved() throws {
    var line = try LineBuilder.unsigned()
    line.write(.article, "by Sue", by: "sue")
    try line.sign("ana", as: "legal")
    try line.sign("sam", as: "support")
    try line.sign("otto", as: "operations")
    try line.land("2026-02-01")
    #expect(try line.last().becameCandidate)
    line.write(.article, "by Dana", by: "dana")
    try line.openRound([.article], asking: ["support"])
    try line.sign("sue", as: "support", on: [.article])
    try line.land("2026-02-02")
    #expect(try line.last().becameCandidate)
  }

  @Test("a member of lifecycle.overrule stands in where every member is an author")
  func standIn() throws {
    var line = try LineBuilder.inReview()
    line.write(.policy, "by both", by: "ana")
    line.write(.policy, "by both", by: "abe")
    try line.sign("lea", as: "legal", on: [.policy])
    try line.land("2026-01-02")
    let approval = try #require(line.opinion(of: .policy).groups.first?.approval)
    #expect(approval.reviewer == "lea@quillwork.example")
    #expect(approval.isStandIn)
  }

  @Test("nobody stands in while one member wrote none of it")
  func noStandIn() throws {
    var line = try LineBuilder.inReview()
    line.write(.policy, "by Ana", by: "ana")
    try line.sign("lea", as: "legal", on: [.policy])
    try line.land("2026-01-02")
    #expect(try line.refusals(of: "legal", on: .policy) == [.notMember(group: "legal")])
  }

  @Test("whoever stands in is no author either")
  func authorStandsIn() throws {
    var line = try LineBuilder.inReview()
    for name in ["ana", "abe", "lea"] { line.write(.policy, "by all", by: name) }
    try line.sign("lea", as: "legal", on: [.policy])
    try line.land("2026-01-02")
    let verdict = try line.opinion(of: .policy)
    #expect(verdict.groups.first?.refused.map(\.refusal.isAuthor) == [true])
    #expect(verdict.groups.first?.candidates == ["lou@quillwork.example"])
  }
}
