import Foundation
import PolicyModel
import PolicyProjection
import PolicyRules
import PolicySite
import Testing

@testable import BylawKit

@Suite("What is in force stays there when settings change")
struct LaterSettingsTests {
  /// Released with Ana's signature.
  private func released() async throws -> (repository: LandingRepository, ana: SigningReviewer) {
    let ana = try SigningReviewer("ana@example.com")
    let repository = try LandingRepository.asking([ana])
    try repository.folder.write(Life.path, Life.released.round(1, isClosed: true).text)
    let record = try await ana.record(
      on: "unwanted-advertising", in: repository, group: "legal", scopes: [.policy])
    try repository.land(record, on: "2026-01-08")
    #expect(try await repository.verdicts() == [])
    return (repository, ana)
  }

  private func isPublished(_ repository: LandingRepository) async throws -> Bool {
    let output = try TemporaryFolder()
    let outcome = try await WriteJob(
      folder: try repository.folder.load(), today: LandingRepository.today, sites: [.help],
      isPortable: false, output: output.path("out")
    ).run()
    guard case .built = outcome else { return false }
    return output.exists("out/help/unwanted-advertising/index.html")
  }

  @Test(
    "a group that comes, a member who leaves, a rule that becomes an error unpublish nothing",
    arguments: [
      ["groups: {legal", "groups: {sup: {name: Sup, members: [mira@example.com]}, legal"],
      [
        "groups: [legal]}", "groups: [legal, sup]}", "groups: {legal",
        "groups: {sup: {name: Sup, members: [mira@example.com]}, legal",
      ],
      ["members: [ana@example.com]", "members: [mira@example.com]"],
      ["good_fit: {rounds: 1,", "good_fit: {rounds: 5,"],
      ["calibration: 2", "calibration: 50"],
      ["notice_significant: 30 days", "notice_significant: 90 days"],
      [
        "rules: {}",
        "rules: {policy-summary-long: error, section-missing: error, link-scheme: error}",
      ],
    ])
  func later(_ edits: [String]) async throws {
    let (repository, _) = try await released()
    #expect(try await isPublished(repository))
    var settings = try repository.folder.text("bylaw.yml")
    for index in stride(from: 0, to: edits.count, by: 2) {
      try #require(settings.contains(edits[index]), "no \(edits[index])")
      settings = settings.replacing(edits[index], with: edits[index + 1])
    }
    try repository.land(["bylaw.yml": settings], on: "2026-03-01")
    #expect(try await isPublished(repository))
    #expect(try await repository.verdicts() == [])
  }

  @Test("a key that is listed no more unpublishes nothing, and one that is revoked does")
  func keys() async throws {
    let (repository, ana) = try await released()
    try repository.land(["policies/signoffs/allowed_signers": "# nobody\n"], on: "2026-03-01")
    #expect(try await isPublished(repository))
    let key = String(ana.line.dropFirst(ana.address.count + 1))
    try repository.land(["policies/signoffs/revoked_keys": key], on: "2026-03-02")
    #expect(try await !isPublished(repository))
    #expect(try await repository.verdicts().contains("error gate-unmet"))
    // What was revoked once stays revoked.
    try repository.land(["policies/signoffs/revoked_keys": "# nobody\n"], on: "2026-03-03")
    #expect(try await !isPublished(repository))
    try repository.land(["policies/signoffs/revoked_keys": nil], on: "2026-03-03")
    #expect(try await !isPublished(repository))
  }

  @Test("what settings approved that were put back is found, whatever stands between")
  func passing() async throws {
    for ends in [false, true] {
      let ana = try SigningReviewer("ana@example.com")
      let repository = try LandingRepository.asking([ana])
      let settings = try repository.folder.text("bylaw.yml")
      let weak = settings.replacing(
        "good_fit: {rounds: 1, groups: [legal]}", with: "good_fit: {rounds: 0, groups: []}")
      try repository.land(.development, on: "2026-01-06")
      try repository.land(["bylaw.yml": weak], on: "2026-01-07")
      try repository.land(.released, on: "2026-01-08")
      #expect(try await repository.verdicts() == [])
      try repository.land(["bylaw.yml": settings], on: "2026-01-09")
      if ends {
        try repository.land(["policies/other.md": SoundSample.neighbour], on: "2026-05-10")
      }
      let found = try await repository.history()
      #expect(found.map(\.verdict) == ["warning settings-passing"])
    }
  }

  @Test("a key that only other versions of bylaw know keeps nothing from being approved")
  func unknownKey() async throws {
    let ana = try SigningReviewer("ana@example.com")
    let repository = try LandingRepository.asking([ana])
    let life = Life.released.round(1, isClosed: true)
    let text = life.text.replacing("\nstage: ", with: "\nsomeday: 1\nstage: ")
    #expect(text != life.text)
    try repository.folder.write(Life.path, text)
    let record = try await ana.record(
      on: "unwanted-advertising", in: repository, group: "legal", scopes: [.policy])
    try repository.land(record, on: "2026-01-08")
    let history = try #require(
      try await WorkspaceHistory.load(
        repository.folder.path, timeZone: "UTC", today: LandingRepository.today))
    let line = try #require(history.lines["unwanted-advertising"])
    #expect(line.inForce(on: LandingRepository.today)?.version == 1)
    // At HEAD it is an error of the file; once it is gone, so are the questions.
    try repository.land([Life.path: life.text], on: "2026-01-09")
    #expect(try await isPublished(repository))
  }

  @Test("a list of revoked keys that cannot be read voids all while it stands, and nothing later")
  func damagedList() async throws {
    let (repository, _) = try await released()
    let list = "policies/signoffs/revoked_keys"
    try repository.land([list: "ana@example.com left in June\n"], on: "2026-03-01")
    #expect(try await !isPublished(repository))
    try repository.land([list: "# nobody\n"], on: "2026-03-02")
    #expect(try await isPublished(repository))
    try repository.land([list: "ana@example.com left in June\n"], on: "2026-03-03")
    try repository.land([list: nil], on: "2026-03-04")
    #expect(try await isPublished(repository))
  }

  @Test("a common text that changes voids nobody's sign-off on a policy")
  func commonPart() async throws {
    let (repository, _) = try await released()
    try repository.land(["policies/common.md": SoundSample.common], on: "2026-03-01")
    let before = try #require(try await repository.digests())
    try repository.land(
      [
        "policies/common.md": SoundSample.common.replacing(
          "## If you see this", with: "## Why we have this rule")
      ], on: "2026-03-02")
    try repository.land(
      .released.round(1, isClosed: true).edited(
        "Advertising where nobody", "Advertising wherever nobody"), on: "2026-03-03")
    let after = try #require(try await repository.digests())
    #expect(before[.article] == after[.article])
  }
}

extension LandingRepository {
  fileprivate func digests() async throws -> [Scope: String]? {
    try await WorkspaceHistory.load(folder.path, timeZone: "UTC", today: Self.today)?
      .lines["unwanted-advertising"]?.snapshot?.digests
  }
}
