import Foundation
import PolicyModel
import PolicyProjection
import Testing

@testable import BylawKit

@Suite("What is kept of a history")
struct HistoryCacheTests {
  private func load(
    _ repository: LandingRepository, today: CalendarDate = LandingRepository.today,
    needsJudgements: Bool = false
  ) async throws -> WorkspaceHistory {
    try #require(
      try await WorkspaceHistory.load(
        repository.folder.path, timeZone: "UTC", today: today, needsJudgements: needsJudgements))
  }

  private static let cache = ".git/bylaw/history.json"

  @Test("is what the landings say, and is asked for where nobody needs each of them")
  func kept() async throws {
    let repository = try LandingRepository()
    try repository.land(.released, on: "2026-01-08")
    let first = try await load(repository)
    #expect(!first.judgements.isEmpty)
    #expect(repository.folder.exists(Self.cache))
    let second = try await load(repository)
    #expect(second.judgements.isEmpty)
    #expect(second.lines == first.lines)
    #expect(try await !load(repository, needsJudgements: true).judgements.isEmpty)
  }

  @Test("is not taken for another commit, and not where it cannot be read")
  func other() async throws {
    let repository = try LandingRepository()
    try repository.land(.released, on: "2026-01-08")
    _ = try await load(repository)
    try repository.land(.revised, on: "2026-03-02")
    let next = try await load(repository)
    #expect(!next.judgements.isEmpty)
    #expect(next.lines["unwanted-advertising"]?.snapshot?.version == 2)
    try repository.folder.write(Self.cache, "{\"format\": 1")
    #expect(try await load(repository).lines == next.lines)
    try repository.git("reset", "--quiet", "--hard", "HEAD~1")
    #expect(try await load(repository).lines["unwanted-advertising"]?.snapshot?.version == 1)
  }

  @Test("is not taken on a day before its last landing, which then counts as of that day")
  func earlier() async throws {
    let repository = try LandingRepository()
    try repository.land(.released, on: "2026-01-08")
    _ = try await load(repository)
    let before = try #require(CalendarDate("2026-01-07"))
    let history = try await load(repository, today: before)
    #expect(!history.judgements.isEmpty)
    #expect(history.lines["unwanted-advertising"]?.candidates.first?.landing.day == before)
  }

  @Test("holds no landing that claims a day to come")
  func ahead() async throws {
    let repository = try LandingRepository()
    try repository.land(.released, on: "2026-09-08")
    _ = try await load(repository)
    #expect(!repository.folder.exists(Self.cache))
  }
}
