import PolicyModel
import PolicyProjection
import PolicyRules
import Testing

@testable import BylawKit

@Suite("A gate that asks for two rounds")
struct SecondRoundTests {
  private let id = "unwanted-advertising"

  private func desk(_ repository: LandingRepository, _ day: String) async throws -> PolicyDesk {
    try await PolicyDesk.open(
      id, in: try repository.folder.load(), today: try LifeRepository.day(day))
  }

  private func carryOut(
    _ repository: LandingRepository, _ day: String, _ job: (RoundJob) throws -> EditPlan
  ) async throws {
    try job(RoundJob(desk: await desk(repository, day))).write(in: repository.folder.path)
    try repository.land([:], on: day)
  }

  private func sign(
    _ reviewer: SigningReviewer, _ round: Int, _ verdict: SignOff.Verdict = .approve,
    in repository: LandingRepository, on day: String
  ) async throws {
    try repository.land(
      try await reviewer.record(
        on: id, in: repository, group: "legal", scopes: [.policy], round: round, number: round,
        verdict: verdict, text: verdict == .approve ? "" : "Hm."), on: day,
      by: reviewer.address)
  }

  @Test("opens the second where everyone approved in the first, and it needs new words of each")
  func again() async throws {
    let ana = try SigningReviewer("ana@example.com")
    let repository = try LandingRepository.asking([ana])
    let settings = try repository.folder.text("bylaw.yml")
      .replacing("good_fit: {rounds: 1,", with: "good_fit: {rounds: 2,")
    try repository.land(["bylaw.yml": settings], on: "2026-01-04")
    try repository.land(.development, on: "2026-01-06")
    try await carryOut(repository, "2026-01-07") { try $0.open() }
    try await sign(ana, 1, in: repository, on: "2026-01-08")
    try await carryOut(repository, "2026-01-09") { try $0.close(answers: []) }

    var report = try await desk(repository, "2026-01-10").gateJudge().report(for: .goodFit)
    let rounds = try #require(report.unmetLeaves.first)
    #expect(report.unmetLeaves.count == 1)
    #expect(rounds.id == "rounds-good-fit")
    #expect(rounds.detail?.contains("also on words that they approved") == true)

    try await carryOut(repository, "2026-01-10") { try $0.open() }
    let open = try #require(await desk(repository, "2026-01-10").snapshot.openRound)
    #expect(open.number == 2)
    #expect(open.scopes == ["policy"])
    #expect(open.groups == ["legal"])
    await #expect(throws: LoadError.self) {
      try await carryOut(repository, "2026-01-11") { try $0.close(answers: []) }
    }
    try await sign(ana, 2, in: repository, on: "2026-01-11")
    try await carryOut(repository, "2026-01-12") { try $0.close(answers: []) }
    report = try await desk(repository, "2026-01-13").gateJudge().report(for: .goodFit)
    #expect(report.isMet)
    await #expect(throws: LoadError.self) {
      try await carryOut(repository, "2026-01-13") { try $0.open() }
    }
  }

  @Test("counts no round in which someone only commented")
  func comment() async throws {
    let ana = try SigningReviewer("ana@example.com")
    let repository = try LandingRepository.asking([ana])
    try repository.land(.development, on: "2026-01-06")
    try await carryOut(repository, "2026-01-07") { try $0.open() }
    try await sign(ana, 1, .comment, in: repository, on: "2026-01-08")
    let judged = try await desk(repository, "2026-01-09")
    #expect(judged.judge.status(of: judged.snapshot.rounds[0]).waitingFor.map(\.group) == ["legal"])
    let unmet = judged.gateJudge().report(for: .goodFit).unmetLeaves.map(\.id)
    #expect(unmet.contains("scope-policy-legal"))
    #expect(unmet.contains("round-1-legal"))
    // Nor where the file says that the round is closed and approved.
    try repository.land(
      Life.implementation.round(1, isClosed: true), on: "2026-01-10")
    #expect(try await repository.verdicts() == ["error gate-unmet"])
  }
}
