import PolicyModel
import PolicyRules
import Testing

@testable import BylawKit

@Suite("What common.md waits for")
struct CommonGateTests {
  private func desk(in repository: LifeRepository) async throws -> PolicyDesk {
    try await PolicyDesk.open(
      "common", in: try repository.load(), today: try LifeRepository.day("2026-03-01"),
      needsJudgements: true)
  }

  @Test("is who signs its words, and nothing that only policies have")
  func asked() async throws {
    let repository = try LifeRepository()
    try repository.write("bylaw.yml", LifeRepository.settings(article: "[legal]"))
    try repository.commit("Legal signs articles", on: "2026-02-20")
    try repository.write(
      "policies/common.md", SoundSample.common.replacing("Reply to it", with: "Please reply"))
    let desk = try await desk(in: repository)
    let report = desk.gateReport(for: .living)
    let unmet = report.unmetLeaves.map(\.id)
    #expect(unmet == ["scope-article-legal"])
  }

  @Test("is no stage and no round of a rule, whichever gate is asked for")
  func anyGate() async throws {
    let repository = try LifeRepository()
    let desk = try await desk(in: repository)
    for gate in [Gate.comprehensive, .goodFit, .performable] {
      let ids = desk.gateReport(for: gate).conditions.map(\.id)
      #expect(ids == ["content-comprehensive", "scope-article", "scope-emails", "objections"])
    }
  }
}
