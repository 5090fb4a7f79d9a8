import PolicyModel
import Testing

@testable import BylawKit

@Suite("Who wrote the words of a landing")
struct CoAuthorTests {
  private static let id = "unwanted-advertising"
  private static let words = ("Advertising where nobody", "Advertising wherever nobody")
  private static let trailer = "\n\nCo-authored-by: Ana <ana@example.com>"

  /// Whether Ana's record carries the step, where a landing before it had `message`.
  private func verdicts(
    _ message: String, by author: String = "mira@example.com",
    bringsRecord: Bool = false
  ) async throws -> [String] {
    let ana = try SigningReviewer("ana@example.com")
    let repository = try LandingRepository.asking([ana, try SigningReviewer("ben@example.com")])
    try repository.land(.development, on: "2026-01-06")
    let step = Life.implementation.round(1, isClosed: true).edited(Self.words.0, Self.words.1)
    if bringsRecord {
      try repository.folder.write(Life.path, step.text)
      let record = try await ana.record(
        on: Self.id, in: repository, group: "legal", scopes: [.policy])
      try repository.land(record, on: "2026-01-07", by: author, message: message)
    } else {
      try repository.land(
        [Life.path: Life.development.edited(Self.words.0, Self.words.1).text], on: "2026-01-06",
        by: author, message: message)
      try repository.folder.write(Life.path, step.text)
      let record = try await ana.record(
        on: Self.id, in: repository, group: "legal", scopes: [.policy])
      try repository.land(record, on: "2026-01-07")
    }
    return try await repository.verdicts()
  }

  @Test("is the commit's author, and whoever its trailer names")
  func trailer() async throws {
    #expect(try await verdicts("New words") == [])
    #expect(try await verdicts("New words" + Self.trailer) == ["error gate-unmet"])
    #expect(try await verdicts("New words", by: "ana@example.com") == ["error gate-unmet"])
  }

  @Test("is not a reviewer whom a forge names beside the record that the same commit adds")
  func squash() async throws {
    #expect(try await verdicts("Squashed" + Self.trailer, bringsRecord: true) == [])
    #expect(
      try await verdicts("Squashed", by: "ana@example.com", bringsRecord: true)
        == ["error gate-unmet"])
  }
}
