import PolicyModel
import PolicyProjection
import Testing

@Suite("Of the records that do not count, people are told") struct CurrentRefusalTests {
  private func told(_ line: LineBuilder, _ scope: Scope) throws -> [String] {
    let refused = try line.opinion(of: scope).groups.first { $0.group == "legal" }?.refused ?? []
    return try #require(line.last().judge).current(refused).map(\.record)
  }

  @Test("every one of the last round, in the order in which they landed")
  func lastRound() throws {
    var line = try LineBuilder.inReview()
    try line.sign("ana", as: "legal", on: [.policy])
    try line.land("2026-01-02")
    try line.closeRound(.changesRequested)
    line.write(.policy, "2", by: "dana")
    try line.openRound([.policy], asking: ["legal", "support"])
    try line.land("2026-01-03")
    #expect(try told(line, .policy).count == 1)
    // By their names Abe comes first.
    let first = try line.sign("ana", as: "legal", on: [.policy])
    try line.land("2026-01-04")
    let second = try line.sign("abe", as: "legal", on: [.policy])
    try line.land("2026-01-05")
    line.write(.policy, "3", by: "dana")
    try line.land("2026-01-06")
    #expect(try told(line, .policy) == [first, second])
  }

  @Test("rounds in the order of their numbers, and not of their letters")
  func tenthRound() throws {
    var line = try LineBuilder.inReview()
    for round in 2...10 {
      try line.closeRound(.changesRequested)
      try line.openRound([.policy], asking: ["legal", "support"])
      if round == 9 { try line.sign("ana", as: "legal", on: [.policy]) }
    }
    let last = try line.sign("ana", as: "legal", on: [.policy])
    line.write(.policy, "2", by: "dana")
    try line.land("2026-01-02")
    #expect(try told(line, .policy) == [last])
  }

  @Test("none of another version")
  func otherVersion() throws {
    var line = try LineBuilder.released()
    try line.revise(effective: "2026-06-01")
    try line.land("2026-03-02")
    #expect(try !line.opinion(of: .policy).groups[0].refused.isEmpty)
    #expect(try told(line, .policy).isEmpty)
  }
}
