import PolicyModel
import PolicyProjection
import PolicyRules
import PolicySite
import Testing

@testable import BylawKit

@Suite("A key that a branch revokes")
struct RevokedWordsTests {
  private let id = "unwanted-advertising"
  private let path = "policies/signoffs/revoked_keys"
  /// Its words are in force since 20 February by the yes of Legal.
  private func released(by ana: SigningReviewer) async throws -> LandingRepository {
    let ben = try SigningReviewer("ben@example.com")
    let repository = try LandingRepository.asking([ana, ben])
    try repository.land(.development.round(1), on: "2026-01-06")
    let record = try await ana.record(on: id, in: repository, group: "legal", scopes: [.policy])
    try repository.land(record, on: "2026-01-06", by: ana.address)
    try repository.land(.development.round(1, isClosed: true), on: "2026-01-07")
    try repository.land(.released.round(1, isClosed: true), on: "2026-01-08")
    return repository
  }

  private func key(_ reviewer: SigningReviewer) -> String {
    reviewer.line.split(separator: " ").dropFirst().joined(separator: " ")
  }

  @Test("tells which policies lose their words, and what readers then see")
  func loss() async throws {
    let ana = try SigningReviewer("ana@example.com")
    let repository = try await released(by: ana)
    try repository.branch("work")
    try repository.land([path: key(ana)], on: "2026-03-01")
    let found = try await repository.change().findings
    #expect(found.map(\.verdict) == ["warning record-key-revoked"])
    #expect(
      found.first?.headline
        == "Revoking keys takes words of `\(id)` that are in force off the sites")
    #expect(found.first?.explanation == "Readers then see nothing of it.")

    try repository.checkout("main")
    #expect(try await dues(repository) == [])
    try repository.git("merge", "--quiet", "work")
    let items = try await dues(repository)
    #expect(items.map(\.kind) == [.unpublished])
    #expect(items.first?.who == ["mira@example.com"])
    guard
      case .built(let result, _) = try await WriteJob(
        folder: try repository.folder.load(), today: LandingRepository.today,
        sites: Set(SiteKind.allCases), isPortable: false, output: nil
      ).run()
    else { return #expect(Bool(false)) }
    #expect(
      BuildReport.text(result, output: "build", sites: [], took: .zero)
        .contains("Readers see nothing of \(id): in iteration, and not approved.\n"))
  }

  private func dues(_ repository: LandingRepository) async throws -> [DueItem] {
    try await DueJob.run(in: try repository.folder.load(), today: LandingRepository.today).items
      .filter { $0.kind == .unpublished }
  }

  @Test("says nothing where no words rest on it")
  func none() async throws {
    let repository = try await released(by: try SigningReviewer("ana@example.com"))
    try repository.branch("work")
    try repository.land(
      [path: key(try SigningReviewer("zoe@example.com"))], on: "2026-03-01")
    #expect(try await repository.change().findings == [])
  }
}
