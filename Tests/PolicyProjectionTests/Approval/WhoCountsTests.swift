import PolicyModel
import PolicyProjection
import Testing

@Suite("Who counts") struct WhoCountsTests {
  @Test("one approval by a member makes the group's")
  func oneMember() throws {
    var line = try LineBuilder.inReview()
    let record = try line.sign("ana", as: "legal", on: [.policy])
    try line.land("2026-01-02")
    #expect(try !line.opinion(of: .policy).isApproved)
    try line.sign("sam", as: "support", on: [.policy])
    try line.land("2026-01-03")
    let verdict = try line.opinion(of: .policy)
    #expect(verdict.isApproved)
    #expect(verdict.groups.first?.approval?.record == record)
    #expect(verdict.groups.map(\.approval?.isStandIn) == [false, false])
  }

  @Test("an approval of someone who is no member counts for nothing")
  func stranger() throws {
    var line = try LineBuilder.inReview()
    try line.sign("sue", as: "legal", on: [.policy])
    try line.land("2026-01-02")
    #expect(try line.refusals(of: "legal", on: .policy) == [.notMember(group: "legal")])
  }

  @Test("a group that the round does not ask is not heard")
  func notAsked() throws {
    var line = try LineBuilder.inReview()
    line.settings = line.settings.requiring { $0.goodFitGroups = ["counsel"] }
    try line.land("2026-01-02")
    try line.sign("ana", as: "counsel", on: [.policy])
    try line.land("2026-01-03")
    #expect(
      try line.refusals(of: "counsel", on: .policy)
        == [.roundDoesNotAsk(round: 1, group: "counsel")])
  }

  @Test("a member acts for one group in a round")
  func oneGroup() throws {
    var line = try LineBuilder.inReview()
    line.settings = line.settings.requiring { $0.goodFitGroups = ["legal", "counsel"] }
    line.snapshot.rounds[0].groups = ["legal", "counsel"]
    try line.land("2026-01-02")
    try line.sign("ana", as: "legal", on: [.policy])
    try line.sign("ana", as: "counsel", on: [.policy])
    try line.sign("abe", as: "legal", on: [.policy])
    try line.land("2026-01-03")
    let verdict = try line.opinion(of: .policy)
    #expect(!verdict.isApproved)
    #expect(verdict.groups.last?.refused.map(\.refusal) == [.actsForAnother(group: "legal")])
  }

  @Test("a slip of the group's name binds nobody to that group")
  func slip() throws {
    var line = try LineBuilder.inReview()
    try line.sign("ana", as: "support", on: [.policy])
    try line.sign("ana", as: "legal", on: [.policy])
    try line.land("2026-01-02")
    #expect(
      try line.opinion(of: .policy).groups.first?.approval?.reviewer == "ana@quillwork.example")
  }

  @Test("a person who is in two groups counts for one of them, and others fill the rest")
  func distinctPeople() throws {
    var line = try LineBuilder.inReview()
    line.settings = line.settings.requiring { $0.goodFitGroups = ["legal", "counsel"] }
    line.snapshot.rounds[0].groups = ["legal", "counsel"]
    try line.land("2026-01-02")
    try line.sign("ana", as: "legal", on: [.policy])
    try line.openRound([.policy], asking: ["legal", "counsel"])
    try line.sign("ana", as: "counsel", on: [.policy])
    try line.land("2026-01-03")
    let alone = try line.opinion(of: .policy)
    #expect(!alone.isApproved)
    #expect(alone.groups.last?.refused.map(\.refusal) == [.countedAlready(group: "legal")])
    try line.sign("abe", as: "legal", on: [.policy])
    try line.land("2026-01-04")
    let both = try line.opinion(of: .policy)
    #expect(
      both.groups.map(\.approval?.reviewer) == ["abe@quillwork.example", "ana@quillwork.example"])
  }

  @Test("two people with one key count once")
  func distinctKeys() throws {
    var line = try LineBuilder.inReview()
    let shared = RecordFile.Signature.valid(key: "SHA256:shared")
    var first = try line.record(of: "ana", as: "legal", on: [.policy], key: "SHA256:shared")
    var second = try line.record(of: "sue", as: "support", on: [.policy], key: "SHA256:shared")
    first.addition = try Self.addition(by: "ana")
    second.addition = try Self.addition(by: "sue")
    #expect(first.signature == shared)
    // A list of signers cannot give one key two owners, so the proof is that of commits.
    line.settings = line.settings.with { $0.proof = .commit }
    try line.land("2026-01-02")
    line.records = [first, second]
    try line.land("2026-01-03")
    #expect(try line.refusals(of: "support", on: .policy) == [.countedAlready(group: "legal")])
  }

  private static func addition(by name: String) throws -> RecordFile.Addition {
    let address = SampleSettings.address(name)
    return .init(
      commit: try LineBuilder.object(5), author: address, committer: address, isAlone: true)
  }

  @Test("an address that people: lists is the person it belongs to, and none of its own")
  func twoAddresses() throws {
    var line = try LineBuilder.inReview()
    line.settings = line.settings.with {
      $0.people["ana@quillwork.example"]?.also = ["ana@forge.example"]
      $0.groups["counsel"]?.members = ["Ana@Forge.example"]
      $0.lifecycle.general.goodFitGroups = ["legal", "counsel"]
    }.with { $0["SHA256:forge"] = "ana@forge.example" }
    line.snapshot.rounds[0].groups = ["legal", "counsel"]
    try line.land("2026-01-02")
    #expect(line.settings.members(of: "counsel") == ["ana@quillwork.example"])
    try line.sign("ana", as: "legal", on: [.policy])
    line.records.append(
      try line.record(of: "ana@forge.example", as: "counsel", on: [.policy], key: "SHA256:forge"))
    try line.land("2026-01-03")
    #expect(try !line.opinion(of: .policy).isApproved)
    #expect(try line.refusals(of: "counsel", on: .policy) == [.notMember(group: "counsel")])
  }
}
