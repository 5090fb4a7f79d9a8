import PolicyModel
import PolicyProjection
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

  @Test("is nobody for letters that it never had, and somebody for those that go")
  func letters() async throws {
    let ana = try SigningReviewer("ana@example.com")
    let repository = try LandingRepository.asking([ana])
    let settings = try repository.folder.text("bylaw.yml")
    try #require(settings.contains("article: []") && settings.contains("emails: []"))
    try repository.land(
      [
        "bylaw.yml": settings.replacing("article: []", with: "article: [legal]")
          .replacing("emails: []", with: "emails: [legal]")
      ], on: "2026-01-04")
    let path = SoundSample.commonPath
    func asked() async throws -> [String] {
      let desk = try await PolicyDesk.open(
        "common", in: try repository.folder.load(), today: LandingRepository.today,
        needsJudgements: true)
      guard let summary = try? RoundJob(desk: desk).open().summary else { return [] }
      return summary.split(separator: " about ").dropFirst().map(String.init)
    }
    func land(_ text: String, signing scopes: [Scope], _ number: Int) async throws {
      let round =
        "rounds: [{round: \(number), version: 1, opened: 2026-01-05, "
        + "scopes: [\(scopes.map(\.rawValue).joined(separator: ", "))], groups: [legal], "
        + "authors: [mira@example.com]}]\n---\n\n##"
      try repository.folder.write(path, text.replacing("---\n\n##", with: round))
      try repository.land(
        try await ana.record(
          on: "common", in: repository, group: "legal", scopes: scopes, round: number,
          number: number), on: "2026-01-0\(5 + number)")
    }
    func candidates() async throws -> Int? {
      try await WorkspaceHistory.load(
        repository.folder.path, timeZone: "UTC", today: LandingRepository.today)?
        .lines["common"]?.candidates.count
    }
    let letters =
      SoundSample.common
      + "\n## E-mails\n\n### Report not upheld\n\nSubject: Nothing found\n\nHello.\n"
    try repository.folder.write(path, SoundSample.common)
    #expect(try await asked() == ["article"])
    try await land(SoundSample.common, signing: [.article], 1)
    #expect(try await candidates() == 1)
    try repository.folder.write(path, letters)
    #expect(try await asked() == ["emails"])
    try await land(letters, signing: [.emails], 2)
    #expect(try await candidates() == 2)
    // What was approved goes only by another approval.
    try repository.folder.write(path, SoundSample.common)
    #expect(try await asked() == ["emails"])
    try repository.land([:], on: "2026-01-10")
    #expect(try await candidates() == 2)
  }
}
