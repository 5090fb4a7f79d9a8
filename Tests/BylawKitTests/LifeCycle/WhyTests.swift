import PolicyModel
import PolicyRules
import Testing

@testable import BylawKit

@Suite("What why says")
struct WhyTests {
  private func report(
    _ repository: LifeRepository, on day: String, gate: Gate = .living
  ) async throws -> GateReport {
    try await repository.desk(day).gateReport(for: gate)
  }

  @Test("asks a released version for its review, and not for notice")
  func review() async throws {
    let repository = try LifeRepository()
    let report = try await report(repository, on: "2026-04-01")
    #expect(report.conditions.map(\.id) == ["review"])
    #expect(report.isMet)
    let text = GateTree(palette: Palette(isColored: false)).text(report)
    #expect(text.contains("version 1, is a living document"))
    let late = try await self.report(repository, on: "2026-12-01")
    #expect(late.unmetLeaves.map(\.id) == ["review"])
    #expect(late.unmetLeaves.first?.command?.hasPrefix("bylaw review") == true)
    #expect(late.unmetLeaves.first?.who == [LifeRepository.ana, LifeRepository.ben])
    try await repository.review(.keep, as: LifeRepository.ana, on: "2026-08-01")
    #expect(try await self.report(repository, on: "2026-12-01").isMet)
  }

  @Test("shows who has yet to sign the words of an amendment")
  func amendment() async throws {
    let repository = try LifeRepository()
    try repository.write("bylaw.yml", LifeRepository.settings(article: "[legal]"))
    try repository.commit("ask legal", on: "2026-03-01")
    try repository.edit("synonyms: [spam,", "synonyms: [spam, flyers,")
    let report = try await report(repository, on: "2026-03-02")
    #expect(report.conditions.map(\.id) == ["review", "scope-article"])
    #expect(report.unmetLeaves.map(\.id) == ["scope-article-legal"])
  }

  @Test("is asked by the review alone, however late today is")
  func noNotice() async throws {
    let repository = try LifeRepository()
    let performable = try await report(repository, on: "2026-04-01", gate: .performable)
    #expect(performable.conditions.contains { $0.id == "notice" })
    let living = try await report(repository, on: "2026-04-01")
    #expect(!living.conditions.contains { $0.id == "notice" })
  }
}
