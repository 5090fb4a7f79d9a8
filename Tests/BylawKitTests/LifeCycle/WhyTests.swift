import PolicyModel
import PolicyRules
import Testing

@testable import BylawKit

@Suite("What why says")
struct WhyTests {
  private func report(
    _ repository: LifeRepository, on day: String, gate: Gate = .living
  ) async throws -> GateReport {
    try await repository.desk(day).gateReport(for: gate)
  }

  @Test("asks a released version for its review, and not for notice")
  func review() async throws {
    let repository = try LifeRepository()
    let report = try await report(repository, on: "2026-04-01")
    #expect(report.conditions.map(\.id) == ["review"])
    #expect(report.isMet)
    let text = GateTree(palette: Palette(isColored: false)).text(report)
    #expect(text.contains("version 1, is a living document"))
    let late = try await self.report(repository, on: "2026-12-01")
    #expect(late.unmetLeaves.map(\.id) == ["review"])
    #expect(late.unmetLeaves.first?.command?.hasPrefix("bylaw review") == true)
    #expect(late.unmetLeaves.first?.who == [LifeRepository.ana, LifeRepository.ben])
    try await repository.review(.keep, as: LifeRepository.ana, on: "2026-08-01")
    #expect(try await self.report(repository, on: "2026-12-01").isMet)
  }

  @Test("calls nothing done that a review decided and nobody did")
  func decision() async throws {
    let repository = try LifeRepository()
    try await repository.review(.revise, as: LifeRepository.ana, on: "2026-08-01")
    let condition = try #require(
      try await report(repository, on: "2026-08-02").conditions.first { $0.id == "review" })
    #expect(condition.isMet)
    #expect(condition.title == "What the review of 2026-08-01 decided is not overdue: revise")
    #expect(condition.detail == "It is to be done by 2026-08-31.")
  }

  @Test("asks for the ordinary way to implementation before it asks for urgent signatures")
  func urgentAhead() async throws {
    let repository = try LandingRepository.asking([try SigningReviewer("ana@example.com")])
    let settings = try repository.folder.text("bylaw.yml")
    try #require(settings.contains("urgent: {groups: []"))
    try repository.land(
      [
        "bylaw.yml": settings.replacing("urgent: {groups: []", with: "urgent: {groups: [legal]")
      ], on: "2026-01-04")
    func ids(_ life: Life) async throws -> [String: String] {
      try repository.folder.write(Life.path, life.text)
      let desk = try await PolicyDesk.open(
        "unwanted-advertising", in: try repository.folder.load(), today: LandingRepository.today)
      let leaves = desk.gateReport(for: .performable, isUrgent: true).unmetLeaves
      return Dictionary(leaves.map { ($0.id, $0.command ?? "") }) { first, _ in first }
    }
    let before = try await ids(.development)
    #expect(before["rounds-good-fit"] == "bylaw round open unwanted-advertising")
    #expect(before["scope-article-legal"] == "bylaw advance unwanted-advertising")
    let after = try await ids(.implementation)
    #expect(after["rounds-good-fit"] == nil)
    #expect(after["scope-article-legal"]?.hasSuffix("--for urgent --approve") == true)
  }

  @Test("shows the lines of what a reviewer wrote")
  func lines() {
    let leaf = GateCondition("objection", .unmet, "Ana asked", detail: "Too vague.\n\nReally.")
    let text = GateTree(palette: Palette(isColored: false)).text(
      GateReport(
        policy: "a", version: 1, stage: .development, gate: .goodFit, to: .implementation,
        conditions: [leaf]))
    #expect(text.contains("   Too vague.\n   Really.\n"))
  }

  @Test("shows who has yet to sign the words of an amendment")
  func amendment() async throws {
    let repository = try LifeRepository()
    try repository.write("bylaw.yml", LifeRepository.settings(article: "[legal]"))
    try repository.commit("ask legal", on: "2026-03-01")
    try repository.edit("synonyms: [spam,", "synonyms: [spam, flyers,")
    let report = try await report(repository, on: "2026-03-02")
    #expect(report.conditions.map(\.id) == ["review", "scope-article"])
    #expect(report.unmetLeaves.map(\.id) == ["scope-article-legal"])
  }

  @Test("is asked by the review alone, however late today is")
  func noNotice() async throws {
    let repository = try LifeRepository()
    let performable = try await report(repository, on: "2026-04-01", gate: .performable)
    #expect(performable.conditions.contains { $0.id == "notice" })
    let living = try await report(repository, on: "2026-04-01")
    #expect(!living.conditions.contains { $0.id == "notice" })
  }

  /// An amendment in which a round asks a group about the article. Ben may overrule, and Ana alone is
  /// `support`.
  private func round(_ group: String, by author: String) async throws -> LifeRepository {
    let repository = try LifeRepository()
    try repository.write("bylaw.yml", LifeRepository.settings(article: "[\(group)]"))
    try repository.ask(
      "groups: {legal:",
      "groups: {board: {name: Board, members: [\(LifeRepository.ben)]}, "
        + "support: {name: Support, members: [\(LifeRepository.ana)]}, legal:")
    try repository.ask("overrule: {groups: []}", "overrule: {groups: [board]}")
    try repository.edit("synonyms: [spam,", "synonyms: [spam, flyers,")
    try repository.commit("words", by: author, on: "2026-03-01")
    try await repository.openRound(on: "2026-03-02")
    return repository
  }

  @Test("tells every refusal of the round, and not the last by its name alone")
  func refusals() async throws {
    let repository = try await round("legal", by: LifeRepository.mira)
    var names: [String] = []
    for person in [LifeRepository.ben, LifeRepository.ana] {
      names.append(try await repository.sign(.approve, as: person, on: "2026-03-03"))
    }
    try repository.edit("synonyms: [spam,", "synonyms: [spam, leaflets,")
    let leaf = try await report(repository, on: "2026-03-04").unmetLeaves
      .first { $0.id == "scope-article-legal" }
    #expect(leaf?.state == .stale)
    #expect(
      leaf?.detail
        == names.map { "\($0): The words have changed since they were signed." }
        .joined(separator: " "))
  }

  @Test("tells of a sign-off that is void")
  func void() async throws {
    let repository = try await round("legal", by: LifeRepository.mira)
    try await repository.sign(.approve, as: LifeRepository.ana, on: "2026-03-03")
    try repository.write(
      "policies/signoffs/revoked_keys", try repository.folder.text("home/\(LifeRepository.ana).pub")
    )
    try repository.commit("a lost key", on: "2026-03-03")
    let leaf = try await report(repository, on: "2026-03-04").unmetLeaves
      .first { $0.id == "scope-article-legal" }
    #expect(leaf?.state == .void)
    #expect(leaf?.detail?.hasSuffix(" is revoked.") == true)
  }

  @Test("tells of a sign-off that a rewrite lost")
  func lost() async throws {
    let repository = try await round("legal", by: LifeRepository.mira)
    try repository.write(
      "bylaw.yml", try repository.text("bylaw.yml") + "signoffs: {proof: commit}\n")
    try repository.commit("no keys", on: "2026-03-02")
    try repository.git("config", "user.email", LifeRepository.ana)
    try repository.git("config", "user.name", "Ana Ruiz")
    let job = try SignJob(
      desk: try await repository.desk("2026-03-03"), group: "legal", verdict: .approve,
      purpose: nil, text: "", reviewer: LifeRepository.ana)
    try await repository.write(job, by: LifeRepository.ana)
    try repository.write("README.md", "Squashed.\n")
    try repository.commit("a squash", by: LifeRepository.ana, on: "2026-03-03")
    let leaf = try await report(repository, on: "2026-03-04").unmetLeaves
      .first { $0.id == "scope-article-legal" }
    #expect(leaf?.state == .lost)
    #expect(leaf?.detail?.contains("The sign-off was lost by a rewrite") == true)
  }

  @Test("tells that someone stands in, before they have and for ever after")
  func standIn() async throws {
    let repository = try await round("support", by: LifeRepository.ana)
    let leaf = try await report(repository, on: "2026-03-03").unmetLeaves
      .first { $0.id == "scope-article-support" }
    #expect(
      leaf?.detail
        == "Every member wrote some of these words: someone of lifecycle.overrule stands in.")
    #expect(leaf?.who == [LifeRepository.ben])
    #expect(leaf?.state == .unmet)

    let job = try SignJob(
      desk: try await repository.desk("2026-03-03"), group: "support", verdict: .approve,
      purpose: nil, text: "", reviewer: LifeRepository.ben)
    try await repository.write(job, by: LifeRepository.ben)
    try repository.commit("a record", by: LifeRepository.ben, on: "2026-03-03")
    try await repository.closeRound(on: "2026-03-04")
    let article = try await report(repository, on: "2026-03-05", gate: .performable).conditions
      .first { $0.id == "scope-article" }
    #expect(article?.detail?.hasPrefix("Unchanged since ") == true)
    let words = ", all of whose members are authors"
    let end = "Support: Ben Ode, 2026-03-03, standing in for Support\(words)."
    #expect(article?.detail?.hasSuffix(end) == true)

    let palette = Palette(isColored: false)
    let today = try LifeRepository.day("2026-03-05")
    let timeline = try await LogJob.timeline(
      of: LifeRepository.policy, in: try repository.load(), today: today)
    #expect(
      TimelineReport(palette: palette).text(timeline).contains(
        "approve, \(LifeRepository.ben) for support, standing in for support\(words)"))
    let audit = try await VerifyJob.run([], in: try repository.load(), today: today)
    #expect(
      VerifyReport(palette: palette).text(audit).contains("standing in for support\(words)"))
  }
}
