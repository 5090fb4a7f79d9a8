import PolicyModel
import PolicyProjection
import Testing

@Suite("A review round") struct RoundStatusTests {
  private func status(_ line: LineBuilder, _ index: Int = 0) throws -> RoundStatus {
    try #require(line.last().judge).status(of: line.snapshot.rounds[index])
  }

  @Test("waits for each group that it asks, on the words as they stand")
  func waiting() throws {
    var line = try LineBuilder.inReview()
    #expect(try status(line).waitingFor.map(\.group) == ["legal", "support"])
    try line.sign("ana", as: "legal", on: [.policy])
    try line.land("2026-01-02")
    #expect(try status(line).waitingFor.map(\.group) == ["support"])
    #expect(
      try status(line).waitingFor.first?.candidates
        == ["sam@quillwork.example", "sue@quillwork.example"])
    try line.sign("sue", as: "support", on: [.policy])
    try line.land("2026-01-03")
    #expect(try status(line).canClose)
    #expect(try status(line).outcome == .approved)
    line.write(.policy, "2", by: "dana")
    try line.land("2026-01-04")
    #expect(try status(line).waitingFor.map(\.group) == ["legal", "support"])
  }

  @Test("asks of a group the scopes for which its gate asks it, and all of one that was added")
  func scopes() throws {
    var line = try LineBuilder.unsigned()
    line.snapshot.rounds[0].groups.append("counsel")
    try line.land("2026-02-01")
    let scopes = try status(line).groups.map(\.scopes)
    #expect(
      scopes == [
        [.policy, .release], [.policy, .article, .emails], [.workflow], Scope.published,
      ])
  }

  @Test("can be spoken in by none of its authors, also once another version follows")
  func authors() throws {
    var line = try LineBuilder.unsigned()
    line.snapshot.rounds[0].authors = [SampleSettings.address("sam")]
    try line.signAll()
    try line.closeRound()
    try line.land("2026-02-01")
    #expect(try line.last().becameCandidate)
    try line.revise(effective: "2026-06-01")
    try line.land("2026-02-02")
    let support = try #require(try status(line).groups.first { $0.group == "support" })
    #expect(support.candidates == [SampleSettings.address("sue")])
  }

  @Test("comes to changes-requested where one member of a group objects")
  func objection() throws {
    var line = try LineBuilder.inReview()
    let objection = try line.sign("ana", as: "legal", .requestChanges, on: [.policy])
    try line.sign("abe", as: "legal", on: [.policy])
    try line.sign("sue", as: "support", on: [.policy])
    try line.land("2026-01-02")
    #expect(try status(line).outcome == .changesRequested)
    #expect(try status(line).unanswered.map(\.record) == [objection])
    #expect(try !status(line).canClose)
    line.snapshot.rounds[0].answered = [objection]
    #expect(try status(line).canClose)
    #expect(try status(line).outcome == .changesRequested)
  }

  @Test("is approved once the objection is cleared or overruled", arguments: [false, true])
  func cleared(isOverruled: Bool) throws {
    var line = try LineBuilder.inReview()
    let objection = try line.sign("ana", as: "legal", .requestChanges, on: [.policy])
    try line.sign("abe", as: "legal", on: [.policy], clears: isOverruled ? nil : objection)
    try line.sign("sue", as: "support", on: [.policy])
    if isOverruled {
      try line.sign("lea", as: "leadership", .overrule, on: [.policy], clears: objection)
    }
    try line.land("2026-01-02")
    #expect(try status(line).outcome == .approved)
  }

  @Test("hears a comment, and takes it for no verdict")
  func comment() throws {
    var line = try LineBuilder.inReview()
    try line.sign("ana", as: "legal", on: [.policy])
    let comment = try line.sign("ana", as: "legal", .comment, on: [.policy])
    let other = try line.sign("sue", as: "support", .comment, on: [.policy])
    try line.land("2026-01-02")
    #expect(try status(line).waitingFor.map(\.group) == ["support"])
    #expect(try status(line).groups.first?.hasApproved == true)
    #expect(try status(line).unanswered.map(\.record) == [comment, other])
  }

  @Test("takes the latest word of each reviewer")
  func latest() throws {
    var line = try LineBuilder.inReview()
    try line.sign("ana", as: "legal", .requestChanges, on: [.policy])
    try line.sign("ana", as: "legal", on: [.policy])
    try line.sign("sue", as: "support", on: [.policy])
    try line.sign("sue", as: "support", .requestChanges, on: [.policy])
    try line.land("2026-01-02")
    #expect(try status(line).groups.map(\.hasApproved) == [true, false])
    #expect(try status(line).groups.map(\.hasSpoken) == [true, true])
  }

  @Test("does not hear authors, strangers and forgeries")
  func unheard() throws {
    var line = try LineBuilder.inReview()
    line.snapshot.rounds[0].authors = ["abe@quillwork.example"]
    try line.sign("abe", as: "legal", on: [.policy])
    try line.sign("wim", as: "legal", on: [.policy])
    var forged = try line.record(of: "ana", as: "legal", on: [.policy])
    forged.signature = .missing
    line.records.append(forged)
    try line.sign("otto", as: "operations", on: [.policy])
    try line.land("2026-01-02")
    let status = try status(line)
    #expect(status.waitingFor.map(\.group) == ["legal", "support"])
    #expect(
      status.refused.filter { !$0.refusal.isAuthor }.map(\.refusal) == [
        .unknownKey(key: "SHA256:wim"), .unsigned,
        .roundDoesNotAsk(round: 1, group: "operations"),
      ])
    #expect(
      status.refused.filter(\.refusal.isAuthor).map(\.reviewer) == ["abe@quillwork.example"])
  }

  @Test("of an earlier version does not hear those whom it lists as authors")
  func listed() throws {
    var line = try LineBuilder.unsigned()
    line.snapshot.rounds[0].authors = ["abe@quillwork.example"]
    try line.signAll()
    try line.sign("abe", as: "legal", .requestChanges)
    try line.closeRound(.changesRequested)
    try line.land("2026-02-01")
    line.snapshot.version = 2
    for scope in Scope.published { line.write(scope, "2", by: "dana") }
    line.snapshot.rounds[0].scopes = ["policy"]
    try line.land("2026-02-02")
    let legal = try status(line).groups[0]
    #expect(legal.voices.map(\.reviewer) == ["abe@quillwork.example", "ana@quillwork.example"])
    #expect(legal.hasApproved)
    #expect(legal.candidates == ["ana@quillwork.example"])
  }

  @Test("takes nobody's word for two groups, and asks nobody for a second one")
  func oneGroup() throws {
    var line = try LineBuilder.inReview()
    line.settings = line.settings.requiring { $0.goodFitGroups = ["legal", "counsel"] }
    line.snapshot.rounds[0].groups = ["legal", "counsel"]
    try line.land("2026-01-02")
    #expect(try status(line).groups[1].candidates == ["ana@quillwork.example"])
    try line.sign("ana", as: "legal", on: [.policy])
    let second = try line.sign("ana", as: "counsel", on: [.policy])
    try line.land("2026-01-03")
    let status = try status(line)
    #expect(status.waitingFor.map(\.group) == ["counsel"])
    #expect(status.groups[1].candidates == [])
    #expect(status.refused.map(\.record) == [second])
    #expect(status.refused.map(\.refusal) == [.actsForAnother(group: "legal")])
    #expect(try line.opinion(of: .policy).groups[1].candidates == [])
  }

  @Test("says which words are about others than those it asks about now")
  func stale() throws {
    var line = try LineBuilder.inReview()
    try line.sign("ana", as: "legal", on: [.policy])
    try line.land("2026-01-02")
    #expect(try status(line).groups[0].voices.map(\.isStale) == [false])
    line.write(.policy, "2", by: "dana")
    try line.land("2026-01-03")
    #expect(try status(line).groups[0].voices.map(\.isStale) == [true])
    try line.closeRound()
    try line.land("2026-01-04")
    #expect(try status(line).groups[0].voices.map(\.isStale) == [false])
  }

  @Test("hears an objection for another group, which takes the yes of its maker back")
  func otherGroup() throws {
    var line = try LineBuilder.inReview()
    line.settings = line.settings.requiring { $0.goodFitGroups = ["legal", "counsel"] }
    line.snapshot.rounds[0].groups = ["legal", "counsel"]
    try line.sign("ana", as: "legal", on: [.policy])
    let objection = try line.sign("ana", as: "counsel", .requestChanges, on: [.policy])
    try line.land("2026-01-02")
    let status = try status(line)
    #expect(status.groups.map(\.hasApproved) == [false, false])
    #expect(status.waitingFor.map(\.group) == ["legal"])
    #expect(status.unanswered.map(\.record) == [objection])
    #expect(status.outcome == .changesRequested)
  }

  @Test("names a file that cannot be read, by the round that its name gives")
  func malformed() throws {
    var line = try LineBuilder.inReview()
    for name in ["v1-r1-legal-ana@quillwork.example-1.signoff", "v1-r2-x.signoff"] {
      var record = try line.record(of: "ana", as: "legal", on: [.policy])
      record.name = name
      record.signOff = nil
      record.problem = "It is none."
      line.records.append(record)
    }
    try line.land("2026-01-02")
    #expect(
      try status(line).refused.map(\.record) == ["v1-r1-legal-ana@quillwork.example-1.signoff"])
  }

  @Test("once closed stands by the digest on which all groups spoke, whatever the words are now")
  func settled() throws {
    var line = try LineBuilder.inReview()
    try line.sign("ana", as: "legal", on: [.policy])
    try line.sign("sue", as: "support", on: [.policy])
    try line.closeRound()
    try line.land("2026-01-02")
    line.write(.policy, "2", by: "dana")
    try line.land("2026-01-03")
    #expect(try status(line).waitingFor.isEmpty)
    #expect(try status(line).outcome == .approved)
  }

  @Test("that was closed by hand, with verdicts on different words, has not been held")
  func split() throws {
    var line = try LineBuilder.inReview()
    try line.sign("ana", as: "legal", on: [.policy])
    line.write(.policy, "2", by: "dana")
    try line.sign("sue", as: "support", on: [.policy])
    try line.closeRound()
    try line.land("2026-01-02")
    #expect(try status(line).waitingFor.map(\.group) == ["legal", "support"])
  }

  @Test(
    "does not change its outcome by a record that lands later, though an objection stands",
    arguments: [SignOff.Verdict.requestChanges, .approve])
  func late(_ verdict: SignOff.Verdict) throws {
    var line = try LineBuilder.inReview()
    try line.sign("ana", as: "legal", on: [.policy])
    try line.sign(
      "sue", as: "support", verdict == .approve ? .requestChanges : .approve, on: [.policy])
    try line.closeRound(verdict == .approve ? .changesRequested : .approved)
    try line.land("2026-01-02")
    let outcome = try status(line).outcome
    line.write(.policy, "2", by: "dana")
    try line.sign("sue", as: "support", verdict, on: [.policy])
    try line.sign("ana", as: "legal", verdict, on: [.policy])
    try line.land("2026-01-03")
    #expect(try status(line).outcome == outcome)
    #expect(try status(line).waitingFor.isEmpty)
    #expect(
      try #require(line.last().judge).objections().standing.count
        == (verdict == .requestChanges ? 2 : 0))
  }

  @Test("without groups can never be closed")
  func nobody() throws {
    var line = try LineBuilder.inReview()
    line.snapshot.rounds[0].groups = []
    try line.land("2026-01-02")
    #expect(try !status(line).canClose)
  }
}
