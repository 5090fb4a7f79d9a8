import Foundation
import PolicyModel
import PolicyRules
import Testing

@testable import BylawKit

@Suite("What a check of the history keeps for the next one")
struct FindingsCacheTests {
  private static let place = ".git/bylaw/findings.json"

  /// With one finding.
  private static func repository() throws -> LandingRepository {
    let repository = try LandingRepository()
    try repository.land(.research, on: "2026-01-05")
    try repository.land(.research.then("implementation", on: "2026-01-06"), on: "2026-01-06")
    return repository
  }

  /// Changes what is kept, so that it shows when it is used.
  private static func mark(_ repository: LandingRepository) throws {
    let text = try repository.folder.text(place)
    #expect(text.contains("stage-skips-milestone"))
    try repository.folder.write(place, text.replacing("stage-skips-milestone", with: "kept"))
  }

  @Test("is found again at the same commit, in the same words")
  func again() async throws {
    let repository = try Self.repository()
    let first = try await repository.history()
    #expect(try await repository.history() == first)
    try Self.mark(repository)
    #expect(try await repository.verdicts() == ["error kept"])
  }

  @Test("is nothing at another commit")
  func otherCommit() async throws {
    let repository = try Self.repository()
    _ = try await repository.history()
    try Self.mark(repository)
    try repository.land(["notes.txt": "more"], on: "2026-01-07")
    #expect(try await repository.verdicts() == ["error stage-skips-milestone"])
  }

  @Test("is nothing on a day before the last landing")
  func earlierDay() async throws {
    let repository = try Self.repository()
    _ = try await repository.history()
    try Self.mark(repository)
    let day = try #require(CalendarDate("2026-01-05"))
    #expect(try await repository.history(today: day).map(\.verdict).contains("error kept") == false)
  }

  @Test("is nothing where the site has other pages")
  func otherPages() async throws {
    let repository = try Self.repository()
    _ = try await repository.history()
    try Self.mark(repository)
    try repository.folder.write("site/pages/promise.md", "---\ntitle: Promise\n---\n\nA promise.\n")
    #expect(try await repository.verdicts() == ["error stage-skips-milestone"])
  }

  @Test("is nothing where it cannot be read", arguments: ["", "{", "{\"format\": 1}"])
  func damaged(text: String) async throws {
    let repository = try Self.repository()
    let first = try await repository.history()
    try repository.folder.write(Self.place, text)
    #expect(try await repository.history() == first)
  }

  @Test("does not answer for a history that is cut off")
  func shallow() async throws {
    let repository = try Self.repository()
    _ = try await repository.history()
    try repository.folder.write(
      ".git/shallow", try repository.git("rev-parse", "HEAD") + "\n")
    await #expect(throws: (any Error).self) { try await repository.history() }
  }
}
