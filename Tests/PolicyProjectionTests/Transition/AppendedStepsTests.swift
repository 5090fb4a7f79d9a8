import PolicyModel
import PolicyProjection
import Testing

@Suite("The steps that a landing takes") struct AppendedStepsTests {
  private func steps(_ stages: [Stage]) throws -> [PolicySnapshot.Step] {
    let day = try day("2026-01-01")
    return stages.map { .init(stage: $0, on: day, by: "dana@quillwork.example") }
  }

  @Test("are judged pair by pair, so that a squash of two advances is two legal steps")
  func squash() throws {
    let landed = try steps([.research])
    let steps = try #require(
      AppendedSteps(
        from: landed, to: landed + self.steps([.development, .implementation])))
    #expect(steps.pairs.map(\.from) == [.research, .development])
    #expect(steps.pairs.allSatisfy { !$0.rows.isEmpty })
    #expect(steps.last?.rows.first?.gate == .goodFit)
  }

  @Test("do not exist where a list was shortened or rewritten")
  func prefix() throws {
    let landed = try steps([.research, .development])
    var rewritten = landed
    rewritten[0].by = "mallory@quillwork.example"
    #expect(AppendedSteps(from: landed, to: Array(landed.dropLast())) == nil)
    #expect(AppendedSteps(from: landed, to: rewritten) == nil)
    #expect(AppendedSteps(from: landed, to: landed)?.pairs.isEmpty == true)
  }
}
