import PolicyModel
import PolicyProjection
import Testing

@Suite("Forging a sign-off") struct ForgingTests {
  /// What becomes of Ana's record for `legal` after `forge` has had it.
  private func refusal(
    _ prepare: (inout LineBuilder) throws -> Void = { _ in },
    _ forge: (inout RecordFile) throws -> Void
  ) throws -> Refusal {
    var line = try LineBuilder.inReview()
    try prepare(&line)
    try line.land("2026-01-02")
    var record = try line.record(of: "ana", as: "legal", on: [.policy])
    try forge(&record)
    line.records.append(record)
    try line.land("2026-01-03")
    let refused = try line.refusals(of: "legal", on: .policy)
    #expect(refused.count == 1)
    return try #require(refused.first)
  }

  private func expect(_ refusal: Refusal, _ expected: Refusal, says words: String) {
    #expect(refusal == expected)
    #expect(refusal.description == words)
  }

  @Test("a name typed by hand is no signature")
  func typed() throws {
    expect(
      try refusal { $0.signature = .missing }, .unsigned, says: "The record is not signed")
  }

  @Test("words changed under a signature break it")
  func broken() throws {
    expect(
      try refusal { $0.signature = .broken(reason: "the bytes differ") },
      .brokenSignature(reason: "the bytes differ"),
      says: "The signature does not fit the record: the bytes differ")
  }

  @Test("the key of another reviewer does not sign for this one")
  func keyOfAnother() throws {
    expect(
      try refusal { $0.signature = .valid(key: "SHA256:abe") },
      .keyOfAnother(key: "SHA256:abe", person: "abe@quillwork.example"),
      says: "The key SHA256:abe belongs to abe@quillwork.example")
  }

  @Test("a key that is not listed any more does not count")
  func unlisted() throws {
    let refusal = try refusal {
      $0.settings = $0.settings.with { $0["SHA256:ana"] = nil }
    } _: { _ in
    }
    expect(
      refusal, .unknownKey(key: "SHA256:ana"), says: "No reviewer is listed for the key SHA256:ana")
  }

  @Test("a revoked key does not count", arguments: [false, true])
  func revoked(listIsDamaged: Bool) throws {
    let refusal = try refusal {
      $0.revoked =
        listIsDamaged ? Revocations(coversAll: true) : Revocations(keys: ["SHA256:ana"])
    } _: { _ in
    }
    expect(
      refusal, .revokedKey(key: "SHA256:ana"), says: "The key SHA256:ana is revoked")
  }

  @Test("a record copied from another policy does not count")
  func otherPolicy() throws {
    expect(
      try refusal { $0.signOff?.policy = "late-delivery" }, .otherPolicy("late-delivery"),
      says: "The record was made for the policy `late-delivery`")
  }

  @Test("a record copied from another workspace does not count")
  func otherWorkspace() throws {
    expect(
      try refusal { $0.signOff?.workspace = "inkwork" }, .otherWorkspace("inkwork"),
      says: "The record was made for the workspace `inkwork`")
  }

  @Test("a record of another version does not count")
  func otherVersion() throws {
    expect(
      try refusal { $0.signOff?.version = 2 }, .otherVersion(2),
      says: "The record was made for version 2")
  }

  @Test("a record copied to another round does not count")
  func otherRound() throws {
    expect(
      try refusal { $0.signOff?.purpose = .round(2) }, .noSuchRound(2),
      says: "The policy has no round 2")
  }

  @Test("a record that cannot be read does no harm, and counts for nothing")
  func malformed() throws {
    var line = try LineBuilder.inReview()
    var record = try line.record(of: "ana", as: "legal", on: [.policy])
    record.signOff = nil
    record.problem = "its name does not fit"
    line.records = [record]
    try line.land("2026-01-02")
    let judge = try #require(line.last().judge)
    #expect(judge.unproven.map(\.refusal) == [.malformed(reason: "its name does not fit")])
    #expect(try line.opinion(of: .policy).groups.first?.approval == nil)
    try line.sign("ana", as: "legal", on: [.policy])
    try line.land("2026-01-03")
    #expect(try line.opinion(of: .policy).groups.first?.approval != nil)
  }

  @Test("a forged record does not stand in the way of a true one")
  func both() throws {
    var line = try LineBuilder.inReview()
    var forged = try line.record(of: "ana", as: "support", on: [.policy])
    forged.signature = .missing
    line.records = [forged]
    try line.sign("ana", as: "legal", on: [.policy])
    try line.land("2026-01-02")
    #expect(try line.opinion(of: .policy).groups.first?.approval != nil)
  }

  @Test("an author who signs alone approves nothing")
  func authorAlone() throws {
    var line = try LineBuilder.unsigned()
    for scope in Scope.published { line.write(scope, "by Ana", by: "ana") }
    line.settings = line.settings.with {
      for group in ["legal", "support", "operations"] {
        $0.groups[group]?.members = ["ana@quillwork.example"]
      }
    }
    try line.land("2026-02-01")
    for group in ["legal", "support", "operations"] { try line.sign("ana", as: group) }
    try line.land("2026-02-02")
    #expect(try line.last().scopes.allSatisfy { !$0.isApproved })
    #expect(line.line.candidates.isEmpty)
  }

  @Test("settings that come with a record do not judge it")
  func ownRules() throws {
    var line = try LineBuilder.inReview()
    line.settings = line.settings.members(of: "legal", are: ["wim"])
      .with { $0["SHA256:wim"] = "wim@quillwork.example" }
    try line.sign("wim", as: "legal", on: [.policy])
    try line.land("2026-01-02")
    #expect(
      try line.refusals(of: "legal", on: .policy) == [.unknownKey(key: "SHA256:wim")])
    try line.land("2026-01-03")
    #expect(try line.opinion(of: .policy).groups.first?.approval != nil)
  }
}
