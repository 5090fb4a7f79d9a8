import PolicyModel
import PolicyProjection
import Testing

@Suite("Objections") struct ObjectionTests {
  /// Ana has objected to the rule; Abe and Sue have approved it.
  private func contested() throws -> (line: LineBuilder, objection: String) {
    var line = try LineBuilder.inReview()
    let objection = try line.sign("ana", as: "legal", .requestChanges, on: [.policy])
    try line.sign("abe", as: "legal", on: [.policy])
    try line.sign("sue", as: "support", on: [.policy])
    try line.land("2026-01-02")
    return (line, objection)
  }

  private func standing(_ line: LineBuilder) throws -> [String] {
    try #require(line.last().judge).objections().standing.map(\.record)
  }

  @Test("blocks what it names, whoever else approves")
  func blocks() throws {
    let (line, objection) = try contested()
    let verdict = try line.opinion(of: .policy)
    #expect(verdict.groups.allSatisfy { $0.approval != nil })
    #expect(verdict.objections == [objection])
    #expect(!verdict.isApproved)
    #expect(try line.opinion(of: .article).objections.isEmpty)
  }

  @Test("stands across the rounds of its version")
  func acrossRounds() throws {
    var (line, objection) = try contested()
    try line.closeRound(.changesRequested)
    line.write(.policy, "2", by: "dana")
    try line.openRound([.policy], asking: ["legal", "support"])
    try line.sign("abe", as: "legal", on: [.policy])
    try line.sign("sue", as: "support", on: [.policy])
    try line.land("2026-01-03")
    #expect(try line.opinion(of: .policy).objections == [objection])
    #expect(try !line.opinion(of: .policy).isApproved)
  }

  @Test("does not stand against another version")
  func otherVersion() throws {
    var (line, _) = try contested()
    line.snapshot.version = 2
    try line.land("2026-01-03")
    #expect(try standing(line).isEmpty)
  }

  @Test(
    "falls with its maker's next record on the same scope",
    arguments: [SignOff.Verdict.approve, .comment])
  func ownRecord(_ verdict: SignOff.Verdict) throws {
    var (line, _) = try contested()
    try line.sign("ana", as: "legal", verdict, on: [.article])
    try line.land("2026-01-03")
    #expect(try standing(line).count == 1)
    try line.sign("ana", as: "legal", verdict, on: [.policy])
    try line.land("2026-01-04")
    #expect(try standing(line).isEmpty)
    #expect(try line.opinion(of: .policy).isApproved)
  }

  @Test("does not fall with an act for another purpose")
  func otherPurpose() throws {
    var (line, _) = try contested()
    try line.sign("ana", as: "legal", on: [.policy], for: .urgent)
    try line.land("2026-01-03")
    #expect(try standing(line).count == 1)
  }

  @Test("falls with a record of another member of the group that clears it")
  func cleared() throws {
    var (line, objection) = try contested()
    try line.sign("abe", as: "legal", on: [.policy], clears: objection)
    try line.land("2026-01-03")
    #expect(try line.opinion(of: .policy).isApproved)
  }

  @Test("does not fall with a record that names another objection, or is of another group")
  func notCleared() throws {
    var (line, objection) = try contested()
    try line.sign("abe", as: "legal", on: [.policy], clears: objection + "x")
    try line.sign("sam", as: "support", on: [.policy], clears: objection)
    try line.sign("otto", as: "legal", on: [.policy], clears: objection)
    try line.land("2026-01-03")
    #expect(try standing(line) == [objection])
  }

  @Test("is not cleared by whoever wrote the words")
  func clearedByAuthor() throws {
    var (line, objection) = try contested()
    line.write(.policy, "by Abe", by: "abe")
    try line.sign("abe", as: "legal", on: [.policy], clears: objection)
    try line.land("2026-01-03")
    #expect(try standing(line) == [objection])
  }

  @Test("is overruled by lifecycle.overrule, and by nobody else")
  func overruled() throws {
    var (line, objection) = try contested()
    try line.sign("sue", as: "support", .overrule, on: [.policy], clears: objection)
    try line.sign("abe", as: "legal", .overrule, on: [.policy], clears: objection)
    try line.land("2026-01-03")
    #expect(try standing(line) == [objection])
    try line.sign("lea", as: "leadership", .overrule, on: [.policy], clears: objection)
    try line.land("2026-01-04")
    #expect(try standing(line).isEmpty)
  }

  @Test("takes back what its maker approved before")
  func takesBack() throws {
    var line = try LineBuilder.inReview()
    try line.sign("ana", as: "legal", on: [.policy])
    let objection = try line.sign("ana", as: "legal", .requestChanges, on: [.policy])
    try line.sign("abe", as: "legal", .comment, on: [.policy], clears: objection)
    try line.land("2026-01-02")
    #expect(try line.opinion(of: .policy).objections.isEmpty)
    #expect(try line.refusals(of: "legal", on: .policy) == [.takenBack(by: objection)])
  }

  @Test("takes back what its maker approved for an earlier version")
  func takesBackEarlier() throws {
    var line = try LineBuilder.unsigned()
    try line.sign("sue", as: "support")
    try line.land("2026-02-01")
    line.snapshot.version = 2
    try line.openRound([.article], asking: ["support"])
    let objection = try line.sign("sue", as: "support", .requestChanges, on: [.article])
    try line.sign("sam", as: "support", .comment, on: [.article], clears: objection)
    try line.land("2026-02-02")
    #expect(try line.refusals(of: "support", on: .article) == [.takenBack(by: objection)])
  }

  @Test("stays when its file is changed or removed", arguments: [false, true])
  func removed(isChanged: Bool) throws {
    var (line, objection) = try contested()
    line.records.removeAll { $0.name == objection }
    if isChanged {
      line.records.append(
        RecordFile(name: objection, blob: try LineBuilder.object(9), signOff: nil, problem: "?"))
    }
    try line.land("2026-01-03")
    #expect(try standing(line) == [objection])
  }

  @Test("stays when its maker leaves the group or loses the key")
  func makerLeaves() throws {
    var (line, objection) = try contested()
    line.settings = line.settings.members(of: "legal", are: ["abe"]).with {
      $0["SHA256:ana"] = nil
    }
    try line.land("2026-01-03")
    try line.land("2026-01-04")
    #expect(try standing(line) == [objection])
  }

  @Test("does not come back when whoever took it back or cleared it leaves")
  func fallenStaysFallen() throws {
    var (line, objection) = try contested()
    try line.sign("abe", as: "legal", on: [.policy], clears: objection)
    line.settings = line.settings.members(of: "legal", are: ["wim"]).with {
      $0["SHA256:abe"] = nil
    }
    try line.land("2026-01-03")
    try line.land("2026-01-04")
    #expect(try standing(line).isEmpty)
  }

  @Test("outlives the key that signed it, and only where the key was its maker's")
  func revokedKey() throws {
    var (line, objection) = try contested()
    line.revoked = Revocations(keys: ["SHA256:ana", "SHA256:stolen"])
    #expect(try standing(line) == [objection])
    var forged = try line.record(
      of: "sam", as: "support", .requestChanges, on: [.policy], key: "SHA256:stolen")
    line.records.append(forged)
    forged = try line.record(
      of: "sam", as: "support", .requestChanges, on: [.policy], key: "SHA256:ana")
    line.records.append(forged)
    try line.land("2026-01-03")
    #expect(try standing(line) == [objection])
  }

  @Test("of a stranger, or forged, blocks nothing")
  func forged() throws {
    var line = try LineBuilder.inReview()
    try line.sign("otto", as: "legal", .requestChanges, on: [.policy])
    var typed = try line.record(of: "ana", as: "legal", .requestChanges, on: [.policy])
    typed.signature = .missing
    line.records.append(typed)
    try line.land("2026-01-02")
    #expect(try standing(line).isEmpty)
  }

  @Test("of whoever stands in blocks like a member's")
  func standIn() throws {
    var line = try LineBuilder.inReview()
    for name in ["ana", "abe"] { line.write(.policy, "by both", by: name) }
    let objection = try line.sign("lea", as: "legal", .requestChanges, on: [.policy])
    try line.sign("lou", as: "legal", on: [.policy])
    try line.sign("sue", as: "support", on: [.policy])
    try line.land("2026-01-02")
    #expect(try line.opinion(of: .policy).objections == [objection])
  }

  @Test("is not lost with a landing that could not be judged", arguments: [false, true])
  func unjudged(isReadable: Bool) throws {
    var line = try LineBuilder.inReview()
    let objection = try line.sign("ana", as: "legal", .requestChanges, on: [.policy])
    try line.land(on: day("2026-01-02"), isReadable: isReadable, lacksSettings: isReadable)
    try line.land("2026-01-03")
    #expect(try standing(line) == [objection])
  }

  @Test("takes nothing off the sites")
  func inForce() throws {
    var line = try LineBuilder.released()
    try line.openRound([.article], asking: ["support"])
    try line.sign("sue", as: "support", .requestChanges, on: [.article])
    try line.land("2026-03-02")
    #expect(try standing(line).count == 1)
    #expect(line.line.inForce(on: try day("2026-03-02"))?.version == 1)
    #expect(try line.last().becameCandidate)
  }

  @Test("is not taken back by a record that is void", arguments: ["operations", "counsel"])
  func void(group: String) throws {
    var line = try LineBuilder.inReview()
    line.snapshot.rounds[0].groups = ["legal", "support", "counsel"]
    try line.sign("ana", as: "legal", .requestChanges, on: [.policy])
    try line.land("2026-01-02")
    try line.sign("ana", as: group, on: [.policy])
    try line.land("2026-01-03")
    #expect(try standing(line).count == 1)
    try line.sign("ana", as: "legal", on: [.policy])
    try line.land("2026-01-04")
    #expect(try standing(line).isEmpty)
  }
}
