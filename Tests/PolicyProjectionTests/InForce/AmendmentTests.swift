import PolicyModel
import PolicyProjection
import Testing

@Suite("Changing what is in force") struct AmendmentTests {
  private func inForce(_ line: LineBuilder, _ scope: Scope) throws -> String? {
    line.line.inForce(on: try day("2026-06-01"))?.snapshot.digests[scope]
  }

  @Test(
    "other words wait until their groups have approved, and the version stays",
    arguments: [
      (Scope.article, "sue", "support"), (.workflow, "otto", "operations"),
      (.emails, "sam", "support"),
    ])
  func amendment(_ scope: Scope, _ name: String, _ group: String) throws {
    var line = try LineBuilder.released(effective: "2026-02-10")
    line.write(scope, "2", by: "dana")
    try line.openRound([scope], asking: [group])
    try line.land("2026-03-02")
    #expect(try inForce(line, scope) == "\(scope.rawValue) 1")
    try line.sign(name, as: group, on: [scope])
    try line.land("2026-03-03")
    #expect(try inForce(line, scope) == "\(scope.rawValue) 2")
    #expect(line.line.latestCandidate()?.version == 1)
    #expect(line.line.amendments(of: 1).map(\.description) == ["2026-03-03"])
    let inPublic = line.line.amendments(of: 1, in: Scope.ofPublicWords)
    #expect(inPublic.isEmpty == (scope != .article))
    let plan = PublicationPlan(["pay-outside": line.line], on: try day("2026-06-01"))
    let version = try #require(plan.items.first?.versions.first)
    #expect(version.amended == inPublic)
    #expect(version.amendedInside.map(\.description) == ["2026-03-03"])
  }

  @Test("bookkeeping is no amendment")
  func bookkeeping() throws {
    var line = try LineBuilder.released()
    try line.openRound([.article], asking: ["support"])
    try line.land("2026-03-02")
    #expect(line.line.candidates.count == 2)
    #expect(line.line.amendments(of: 1).isEmpty)
  }

  @Test("the rule is amended only with a further editorial entry and the yes of all its groups")
  func editorial() throws {
    var line = try LineBuilder.released()
    line.write(.policy, "1, corrected", by: "dana")
    try line.openRound([.policy], asking: ["legal", "support"])
    try line.sign("ana", as: "legal", on: [.policy])
    try line.sign("sue", as: "support", on: [.policy])
    try line.land("2026-03-02")
    let verdict = try #require(line.last().scopes.first { $0.scope == .policy })
    #expect(!verdict.isApproved)
    #expect(verdict.lacksEditorialEntry)
    line.snapshot.changeClasses.append(.minor)
    try line.land("2026-03-03")
    #expect(try inForce(line, .policy) == "policy 1")
    line.snapshot.changeClasses.append(.editorial)
    try line.land("2026-03-04")
    #expect(try inForce(line, .policy) == "policy 1, corrected")
  }

  @Test("the entry of the release says nothing of a correction, whatever its class becomes")
  func relabelled() throws {
    var line = try LineBuilder.released(effective: "2026-02-10")
    line.write(.policy, "2", by: "dana")
    line.snapshot.changeClasses = [.editorial]
    try line.openRound([.policy], asking: ["legal", "support"])
    try line.sign("ana", as: "legal", on: [.policy])
    try line.sign("sue", as: "support", on: [.policy])
    try line.land("2026-03-02")
    #expect(try inForce(line, .policy) == "policy 1")
    #expect(try line.last().scopes.first { $0.scope == .policy }?.lacksEditorialEntry == true)
  }

  @Test("an editorial entry alone approves nothing")
  func entryAlone() throws {
    var line = try LineBuilder.released()
    line.write(.policy, "1, corrected", by: "dana")
    line.snapshot.changeClasses.append(.editorial)
    try line.land("2026-03-02")
    #expect(try inForce(line, .policy) == "policy 1")
  }

  @Test("one correction does not carry the next")
  func secondCorrection() throws {
    var line = try LineBuilder.released()
    for (words, day) in [("2", "2026-03-02"), ("3", "2026-03-03")] {
      line.write(.policy, words, by: "dana")
      try line.openRound([.policy], asking: ["legal", "support"])
      try line.sign("ana", as: "legal", on: [.policy])
      try line.sign("sue", as: "support", on: [.policy])
      if words == "2" { line.snapshot.changeClasses.append(.editorial) }
      try line.land(day)
    }
    #expect(try inForce(line, .policy) == "policy 2")
  }

  @Test("words that gave way to others come back only with a new yes")
  func superseded() throws {
    var line = try LineBuilder.released()
    line.write(.article, "2", by: "dana")
    try line.openRound([.article], asking: ["support"])
    try line.sign("sue", as: "support", on: [.article])
    try line.land("2026-03-02")
    line.write(.article, "1", by: "dana")
    try line.land("2026-03-03")
    #expect(try inForce(line, .article) == "article 2")
    #expect(try line.refusals(of: "support", on: .article).contains(.superseded))
    try line.sign("sue", as: "support", on: [.article])
    try line.land("2026-03-04")
    #expect(try inForce(line, .article) == "article 1")
  }

  @Test("words that nobody approved leave no trace once they are restored")
  func restored() throws {
    var line = try LineBuilder.released()
    line.write(.article, "2", by: "dana")
    try line.land("2026-03-02")
    line.write(.article, "1", by: "dana")
    try line.land("2026-03-03")
    #expect(try line.last().becameCandidate)
  }

  @Test("a revision keeps the approvals of the words that it does not touch")
  func revision() throws {
    var line = try LineBuilder.released()
    try line.revise(effective: "2026-05-01")
    try line.sign("ana", as: "legal", on: [.policy, .release])
    try line.sign("sue", as: "support", on: [.policy])
    try line.land("2026-04-01")
    #expect(try line.last().becameCandidate)
  }

  @Test("the rule of another version is not approved by its digest")
  func sameRule() throws {
    var line = try LineBuilder.released()
    try line.revise(effective: "2026-05-01")
    line.write(.policy, "1", by: "dana")
    try line.sign("ana", as: "legal", on: [.release])
    try line.land("2026-04-01")
    #expect(try line.last().scopes.filter { !$0.isApproved }.map(\.scope) == [.policy])
  }
}
