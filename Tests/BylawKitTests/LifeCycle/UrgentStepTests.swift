import PolicyModel
import PolicyProjection
import PolicyRules
import Testing

@testable import BylawKit

@Suite("A release that cannot wait")
struct UrgentStepTests {
  /// A policy in implementation, of whose article Legal is asked.
  private func repository(urgent groups: String? = nil) throws -> LifeRepository {
    let repository = try LifeRepository()
    try repository.ask("{article: [],", "{article: [legal],")
    try repository.ask("rounds: 0\n", "rounds: 1\n")
    if let groups { try repository.ask("urgent: {groups: []", "urgent: {groups: \(groups)") }
    let id = "id: \(LifeRepository.policy)\n"
    let step = "  - {stage: iteration, on: 2026-01-12, by: \(LifeRepository.mira)}\n"
    try repository.write(
      "policies/begging.md",
      SoundSample.policy.replacing(id, with: "id: \(Self.id)\n").replacing(step, with: "")
        .replacing("SAM-", with: "URG-")
        .replacing("stage: iteration\n", with: "stage: implementation\n"))
    try repository.commit("a draft", by: "zoe@example.com", on: "2026-02-21")
    return repository
  }

  private static let id = "begging"
  private let release = StepJob.Request.advance(isUrgent: true)

  private func missing(_ repository: LifeRepository, on day: String) async throws -> [String] {
    guard
      case .blocked(let report) = try await repository.step(
        release, of: Self.id, reason: "People are robbed.", on: day)
    else { return [] }
    return report.unmetLeaves.map(\.id)
  }

  /// Released on 2 March by the word of Ana.
  private func released() async throws -> LifeRepository {
    let repository = try repository(urgent: "[legal]")
    let job = try SignJob(
      desk: try await repository.desk(of: Self.id, "2026-03-01"), group: "legal",
      verdict: .approve, purpose: .urgent, text: "", reviewer: LifeRepository.ana)
    try await repository.write(job, by: LifeRepository.ana)
    try repository.commit("a record", by: LifeRepository.ana, on: "2026-03-01")
    _ = try await repository.take(
      release, of: Self.id, reason: "People are robbed.", on: "2026-03-02")
    return repository
  }

  @Test("is nobody's where lifecycle.urgent names no group")
  func nobody() async throws {
    #expect(try await missing(repository(), on: "2026-03-01") == ["urgent"])
  }

  @Test("asks lifecycle.urgent about all five scopes, and for no round and no notice")
  func asked() async throws {
    let repository = try repository(urgent: "[legal]")
    #expect(
      try await missing(repository, on: "2026-03-01")
        == Scope.published.map { "scope-\($0.rawValue)-legal" })
    let refused = try await refusal {
      try await repository.step(release, of: Self.id, on: "2026-03-01")
    }
    #expect(refused == Refused("`advance` needs a reason", "Give it with -m TEXT."))
  }

  @Test("is marked in its step, and its words are in force from then on")
  func step() async throws {
    let repository = try await released()
    let desk = try await repository.desk(of: Self.id, "2026-03-03")
    #expect(desk.snapshot.history.last?.isUrgent == true)
    #expect(desk.line.inForce(on: desk.today)?.isInDebt == true)
  }

  @Test("owes the ordinary gates, which ask for no notice any more")
  func debt() async throws {
    let repository = try await released()
    let report = try await repository.desk(of: Self.id, "2026-03-03").gateReport(for: .living)
    #expect(report.unmetLeaves.map(\.id) == ["rounds-performable", "scope-article-legal"])
    let performable = try await repository.desk(of: Self.id, "2026-03-03")
      .gateReport(for: .performable)
    #expect(performable.unmetLeaves.contains { $0.id == "notice-announced" })

    try repository.carryOut(
      try await RoundJob(desk: repository.desk(of: Self.id, "2026-03-03")).open())
    try repository.commit("open a round", on: "2026-03-03")
    let round = try await repository.desk(of: Self.id, "2026-03-03").snapshot.openRound
    #expect(round?.scopes == ["article"])
    let job = try SignJob(
      desk: try await repository.desk(of: Self.id, "2026-03-04"), group: "legal",
      verdict: .approve, purpose: nil, text: "", reviewer: LifeRepository.ben)
    try await repository.write(job, by: LifeRepository.ben)
    try repository.commit("a record", by: LifeRepository.ben, on: "2026-03-04")
    try repository.carryOut(
      try await RoundJob(desk: repository.desk(of: Self.id, "2026-03-05")).close(answers: []))
    try repository.commit("close the round", on: "2026-03-05")
    let paid = try await repository.desk(of: Self.id, "2026-03-06").gateReport(for: .living)
    #expect(paid.unmetLeaves.map(\.id) == [])
  }
}
