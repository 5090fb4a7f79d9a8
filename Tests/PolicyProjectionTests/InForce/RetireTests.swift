import PolicyModel
import PolicyProjection
import Testing

@Suite("Retiring a policy") struct RetireTests {
  @Test("ends it on its day")
  func ends() throws {
    var line = try LineBuilder.released()
    try line.retire(on: "2026-06-01")
    try line.sign("ana", as: "legal", on: [.retire], for: .retire)
    try line.land("2026-05-01")
    #expect(line.line.inForce(on: try day("2026-05-31"))?.version == 1)
    #expect(line.line.inForce(on: try day("2026-06-01")) == nil)
    #expect(line.line.interval(of: 1)?.until?.description == "2026-06-01")
  }

  @Test("never ends it before the end landed")
  func backdated() throws {
    var line = try LineBuilder.released()
    try line.retire(on: "2026-03-01")
    try line.sign("ana", as: "legal", on: [.retire], for: .retire)
    try line.land("2026-05-01")
    #expect(line.line.inForce(on: try day("2026-04-30"))?.version == 1)
    #expect(line.line.inForce(on: try day("2026-05-01")) == nil)
  }

  @Test("needs the scope approved by lifecycle.retire", arguments: [nil, "sue"])
  func unapproved(_ name: String?) throws {
    var line = try LineBuilder.released()
    try line.retire(on: "2026-06-01")
    if let name { try line.sign(name, as: "support", on: [.retire], for: .retire) }
    try line.land("2026-05-01")
    #expect(line.line.inForce(on: try day("2026-06-01"))?.version == 1)
    try line.sign("ana", as: "legal", on: [.retire], for: .round(1))
    try line.land("2026-05-02")
    #expect(line.line.inForce(on: try day("2026-06-01"))?.version == 1)
  }

  @Test("is signed before the step, and the block alone changes nothing")
  func blockAlone() throws {
    var line = try LineBuilder.released()
    line.snapshot.retirement = .init(
      on: try day("2026-06-01"), reason: "no longer needed", replacedBy: nil)
    try line.sign("ana", as: "legal", on: [.retire], for: .retire)
    try line.land("2026-05-01")
    #expect(line.line.ending == nil)
    try line.retire(on: "2026-06-01")
    try line.land("2026-05-02")
    #expect(line.line.ending?.day.description == "2026-06-01")
  }

  @Test("takes the step: a stage that is written by hand ends nothing")
  func withoutStep() throws {
    var line = try LineBuilder.released()
    try line.retire(on: "2026-06-01")
    line.snapshot.history.removeLast()
    try line.sign("ana", as: "legal", on: [.retire], for: .retire)
    try line.land("2026-05-01")
    #expect(line.line.ending == nil)
  }

  @Test("is not approved for other words of the block")
  func otherBlock() throws {
    var line = try LineBuilder.released()
    try line.retire(on: "2026-06-01")
    try line.sign("ana", as: "legal", on: [.retire], for: .retire)
    line.write(.retire, "2", by: "dana")
    try line.land("2026-05-01")
    #expect(line.line.ending == nil)
  }

  @Test("is final: nothing is published after it, and its day moves no more")
  func final() throws {
    var line = try LineBuilder.released()
    try line.retire(on: "2026-06-01")
    try line.sign("ana", as: "legal", on: [.retire], for: .retire)
    try line.land("2026-05-01")
    line.snapshot.retirement?.on = try day("2027-06-01")
    line.write(.retire, "2", by: "dana")
    try line.sign("ana", as: "legal", on: [.retire], for: .retire)
    try line.land("2026-06-01")
    #expect(line.line.inForce(on: try day("2026-06-02")) == nil)
    try line.step(.iteration)
    try line.land("2026-06-03")
    #expect(try !line.last().becameCandidate)
    #expect(line.line.inForce(on: try day("2026-06-03")) == nil)
  }

  @Test("is shown to readers once its day has come")
  func shown() throws {
    var line = try LineBuilder.released()
    try line.retire(on: "2026-06-01")
    try line.sign("ana", as: "legal", on: [.retire], for: .retire)
    try line.land("2026-05-01")
    func shown(on date: String) throws -> PolicySnapshot.Retirement? {
      try PublicationPlan(["pay-outside": line.line], on: day(date)).items.first?.retirement
    }
    #expect(try shown(on: "2026-05-31") == nil)
    #expect(try shown(on: "2026-06-01")?.on.description == "2026-06-01")
  }

  @Test("takes what was still to come with it")
  func upcoming() throws {
    var line = try LineBuilder.released()
    try line.revise(effective: "2026-07-01")
    try line.signAll()
    try line.land("2026-04-01")
    try line.retire(on: "2026-06-01")
    try line.sign("ana", as: "legal", on: [.retire], for: .retire)
    try line.land("2026-05-01")
    #expect(line.line.upcoming(after: try day("2026-05-31")).map(\.version) == [2])
    #expect(line.line.upcoming(after: try day("2026-06-01")).isEmpty)
  }

  @Test("stands where enforcement begins after it")
  func beforeEnforcement() throws {
    var line = try LineBuilder.unsigned()
    try line.retire(on: "2026-06-01")
    try line.land("2026-05-01", isBeginning: true)
    #expect(line.line.ending?.day.description == "2026-06-01")
  }

  @Test("of a policy that was never in iteration needs nobody, and ends nothing")
  func neverReleased() throws {
    var line = try LineBuilder.inReview()
    try line.retire(on: "2026-06-01")
    try line.land("2026-05-01")
    #expect(line.line.ending == nil)
    #expect(try line.last().scopes.isEmpty)
  }
}
