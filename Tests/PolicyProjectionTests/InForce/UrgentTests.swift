import PolicyModel
import PolicyProjection
import Testing

@Suite("An urgent release") struct UrgentTests {
  /// Asks nobody but `lifecycle.urgent`: in iteration by an urgent step that has not landed.
  private func urgent(
    reason: String? = "People are being robbed", urgently: Bool = true
  ) throws -> LineBuilder {
    var line = try LineBuilder.unsigned(effective: "2026-02-01")
    line.snapshot.history.removeLast()
    try line.step(.iteration, reason: reason, urgently: urgently)
    return line
  }

  private func signed(_ line: LineBuilder) throws -> LineBuilder {
    var line = line
    try line.sign("ana", as: "legal", for: .urgent)
    try line.sign("lea", as: "leadership", for: .urgent)
    return line
  }

  @Test("publishes what every group of lifecycle.urgent has signed")
  func publishes() throws {
    var line = try signed(urgent())
    try line.land("2026-02-01")
    #expect(line.line.inForce(on: try day("2026-02-01"))?.isInDebt == true)
  }

  @Test(
    "needs urgent in the step, and a reason", arguments: [(nil, true), ("", true), ("why", false)])
  func step(_ reason: String?, _ urgently: Bool) throws {
    var line = try signed(urgent(reason: reason, urgently: urgently))
    try line.land("2026-02-01")
    #expect(line.line.candidates.isEmpty)
  }

  @Test("needs every group, and all five scopes", arguments: Scope.published)
  func allScopes(_ missing: Scope) throws {
    var line = try urgent()
    try line.sign("ana", as: "legal", for: .urgent)
    try line.land("2026-02-01")
    #expect(line.line.candidates.isEmpty)
    var partial = try urgent()
    try partial.sign("ana", as: "legal", for: .urgent)
    try partial.sign(
      "lea", as: "leadership", on: Scope.published.filter { $0 != missing }, for: .urgent)
    // Ordinary approvals do not fill the gap.
    try partial.sign("ana", as: "legal", on: [missing])
    try partial.sign("sue", as: "support", on: [missing])
    try partial.sign("otto", as: "operations", on: [missing])
    try partial.land("2026-02-01")
    #expect(partial.line.candidates.isEmpty)
  }

  @Test("is for the landing of its step alone")
  func later() throws {
    var line = try urgent()
    try line.land("2026-02-01")
    line = try signed(line)
    try line.land("2026-02-02")
    #expect(line.line.candidates.isEmpty)
  }

  @Test("is nobody's to make where lifecycle.urgent names no group")
  func nobody() throws {
    var line = try urgent()
    line.snapshot.history.removeLast()
    line.snapshot.stage = .implementation
    line.settings = line.settings.requiring { $0.urgentGroups = [] }
    try line.land("2026-01-31")
    try line.step(.iteration, reason: "now", urgently: true)
    line = try signed(line)
    try line.land("2026-02-01")
    #expect(line.line.candidates.isEmpty)
  }

  @Test("stays published, and its debt is paid by the ordinary approvals")
  func debt() throws {
    var line = try signed(urgent())
    try line.land("2026-02-01")
    try line.openRound([.article], asking: ["support"])
    try line.land("2026-02-02")
    #expect(line.line.inForce(on: try day("2026-02-02"))?.isInDebt == true)
    try line.openRound(Scope.published, asking: ["legal", "support", "operations"])
    try line.land("2026-02-03")
    #expect(line.line.inForce(on: try day("2026-02-03"))?.isInDebt == true)
    let within = line.settings.requirements(for: line.snapshot.theme).urgentWithin
    let due = try day("2026-02-01").adding(within)
    func overdue() throws -> [Overdue] {
      try line.line.overdues(from: day("2026-02-03"), settings: line.settings)
        .filter { $0.kind == .debt(released: try day("2026-02-01")) }
    }
    let debt = try #require(try overdue().first)
    #expect(debt.due == due)
    #expect(!debt.isOverdue(on: due))
    #expect(debt.isOverdue(on: due.adding(Period(1, .day))))
    try line.signAll()
    try line.land("2026-02-03")
    #expect(try overdue().isEmpty)
    #expect(line.line.inForce(on: try day("2026-02-03"))?.isInDebt == false)
    line.settings = line.settings.members(of: "legal", are: [])
    try line.land("2026-02-04")
    try line.land("2026-02-05")
    #expect(line.line.inForce(on: try day("2026-02-05"))?.isInDebt == false)
  }

  @Test("lets nobody pay for their own words")
  func ownDebt() throws {
    var line = try urgent()
    line.write(.article, "by Sue", by: "sue")
    line = try signed(line)
    try line.land("2026-02-01")
    try line.openRound(Scope.published, asking: ["legal", "support", "operations"])
    try line.signAll()
    try line.land("2026-02-02")
    #expect(line.line.latestCandidate()?.isUrgent(.article) == true)
    #expect(try line.refusals(of: "support", on: .article).map(\.isAuthor) == [true])
  }

  @Test("is stopped by an objection that stands")
  func objection() throws {
    var line = try signed(urgent())
    try line.sign("sue", as: "support", .requestChanges, on: [.article])
    try line.land("2026-02-01")
    #expect(line.line.candidates.isEmpty)
  }
}
