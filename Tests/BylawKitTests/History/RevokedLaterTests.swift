import PolicyModel
import PolicyRules
import Testing

@testable import BylawKit

@Suite("A key that is revoked after it signed")
struct RevokedLaterTests {
  private let id = "unwanted-advertising"
  private let path = "policies/signoffs/revoked_keys"

  private func key(_ reviewer: SigningReviewer) -> String {
    reviewer.line.split(separator: " ").dropFirst().joined(separator: " ")
  }

  /// Round 1 closes with the yes of Legal, on 7 January.
  private func signed(
    by ana: SigningReviewer, then life: Life = .implementation, revokedBefore: Bool = false
  ) async throws -> LandingRepository {
    let repository = try LandingRepository.asking([ana, try SigningReviewer("ben@example.com")])
    try repository.land(.development.round(1), on: "2026-01-06")
    let record = try await ana.record(on: id, in: repository, group: "legal", scopes: [.policy])
    try repository.land(record, on: "2026-01-06", by: ana.address)
    if revokedBefore { try repository.land([path: key(ana)], on: "2026-01-06") }
    try repository.land(life.round(1, isClosed: true), on: "2026-01-07")
    return repository
  }

  @Test("makes nobody a liar: the gate was met, and is met no more")
  func gate() async throws {
    let ana = try SigningReviewer("ana@example.com")
    let repository = try await signed(by: ana)
    try repository.land([path: key(ana)], on: "2026-03-01")
    let found = try await repository.history()
    #expect(found.map(\.verdict) == ["error gate-unmet"])
    let finding = try #require(found.first)
    #expect(
      finding.headline.hasSuffix("the gate “a good fit” is met no more, as a key was revoked"))
    #expect(finding.explanation == "It was met when this landed.")
    #expect(finding.help?.hasPrefix("Have what still stands signed again with other keys") == true)
    #expect(finding.notes.contains { $0.text.contains("is revoked") })
  }

  @Test("does so also where another key is revoked later")
  func twice() async throws {
    let (ana, zoe) = try (SigningReviewer("ana@example.com"), SigningReviewer("zoe@example.com"))
    let repository = try await signed(by: ana)
    try repository.land([path: key(ana)], on: "2026-03-01")
    try repository.land([path: key(ana) + key(zoe)], on: "2026-03-02")
    #expect(try await repository.history().first?.headline.hasSuffix("a key was revoked") == true)
  }

  @Test("is no excuse for a step that landed after it")
  func before() async throws {
    let ana = try SigningReviewer("ana@example.com")
    let repository = try await signed(by: ana, revokedBefore: true)
    let zoe = try SigningReviewer("zoe@example.com")
    try repository.land([path: key(ana) + key(zoe)], on: "2026-03-01")
    let found = try await repository.history()
    #expect(found.map(\.verdict) == ["error gate-unmet"])
    #expect(found.first?.headline.hasSuffix("the gate “a good fit” was not met") == true)
  }

  @Test("is told of a round that took no step, and of none that it never bore out")
  func round() async throws {
    let ana = try SigningReviewer("ana@example.com")
    let repository = try await signed(by: ana, then: .development)
    #expect(try await repository.verdicts() == [])
    try repository.land([path: key(ana)], on: "2026-03-01")
    let found = try await repository.history()
    #expect(found.map(\.verdict) == ["warning round-outcome-unfounded"])
    #expect(found.first?.headline == "Round 1 is closed, and its outcome rests on a revoked key")
    #expect(
      found.first?.notes.last?.text
        == "v1-r1-legal-ana@example.com-1.signoff is signed with it.")
  }

  @Test("brings a policy back whose end it approved")
  func end() async throws {
    let ana = try SigningReviewer("ana@example.com")
    let repository = try LandingRepository.asking([ana])
    let settings = try repository.folder.text("bylaw.yml")
    try repository.land(
      [
        "bylaw.yml": settings.replacing("retire: {groups: []}", with: "retire: {groups: [legal]}")
          .replacing(
            "good_fit: {rounds: 1, groups: [legal]}", with: "good_fit: {rounds: 0, groups: []}")
      ], on: "2026-01-04")
    try repository.land(.released, on: "2026-01-08")
    let retired = Life.released.then("retired", on: "2026-04-01", reason: "Done.").with {
      $0.retired = "{on: 2026-05-01, reason: Done.}"
    }
    try repository.folder.write(Life.path, retired.text)
    try repository.land(
      try await ana.record(on: id, in: repository, group: "legal", scopes: [.retire]) {
        $0.purpose = .retire
      }, on: "2026-04-01")
    #expect(try await repository.verdicts() == [])
    try repository.branch("work")
    try repository.land([path: key(ana)], on: "2026-05-02")
    #expect(
      try await repository.change().findings.map(\.headline) == [
        "Revoking keys takes the end of `\(id)` back, and it is in force again"
      ])
    let found = try await repository.history()
    #expect(found.map(\.verdict) == ["error gate-unmet"])
    #expect(
      found.first?.headline == "Scope `retire` is approved by legal no more, as a key was revoked")
  }

  @Test("stays revoked when its line goes, and whoever takes it away is told so")
  func removed() async throws {
    let (ana, zoe) = try (SigningReviewer("ana@example.com"), SigningReviewer("zoe@example.com"))
    let repository = try LandingRepository.asking([ana])
    let both = key(ana) + key(zoe)
    try repository.land([path: both], on: "2026-03-01")
    try repository.branch("work")
    let rule = "warning record-revocation-removed"
    for (text, headline) in [
      (key(zoe), "A revoked key is not listed any more"),
      (nil, "2 revoked keys are not listed any more"),
    ] {
      try repository.land([path: text], on: "2026-03-02")
      let proposed = try await repository.change().findings
      #expect(proposed.map(\.verdict) == [rule])
      #expect(proposed.first?.headline == headline)
    }
    // On the main line each landing is told that took one away, until it is back.
    #expect(try await repository.verdicts() == [rule, rule])
    try repository.land([path: key(ana)], on: "2026-03-03")
    let left = try await repository.history()
    #expect(left.map(\.verdict) == [rule])
    #expect(left.first?.notes.count == 2)
    try repository.land([path: both], on: "2026-03-04")
    #expect(try await repository.verdicts() == [])
    #expect(try await repository.change().findings.map(\.verdict) == [])
  }
}
