import PolicyModel
import PolicyProjection
import PolicyRules
import Testing

@testable import BylawKit

@Suite("Who a round says wrote the words")
struct RoundAuthorTests {
  private let id = "unwanted-advertising"
  private let mira = "mira@example.com"
  private let edited = Life.development.edited(
    "Advertising where nobody", "Advertising wherever nobody")

  /// A branch with words by Mira and a round that asks Legal. Lea may overrule.
  private func start(
    _ members: [SigningReviewer], lea: SigningReviewer? = nil
  ) throws -> LandingRepository {
    let repository = try LandingRepository.asking(members)
    if let lea {
      let settings = try repository.folder.text("bylaw.yml")
        .replacing("people:", with: "people:\n  \(lea.address): {name: Lea}")
        .replacing(
          "groups: {legal:",
          with: "groups: {board: {name: Board, members: [\(lea.address)]}, legal:"
        )
        .replacing("overrule: {groups: []}", with: "overrule: {groups: [board]}")
      try repository.land(
        [
          "bylaw.yml": settings,
          "policies/signoffs/allowed_signers": members.map(\.line).joined() + lea.line,
        ], on: "2026-01-04")
    }
    try repository.land(.development, on: "2026-01-06")
    try repository.branch("work")
    try repository.land(edited, on: "2026-01-06")
    try repository.land(edited.round(1), on: "2026-01-06")
    return repository
  }

  private func found(_ repository: LandingRepository) async throws -> [Finding] {
    try await repository.change().findings.filter { $0.rule == "round-author-surplus" }
  }

  @Test("a name that no commit bears out is a warning, and an error where it silences a group")
  func surplus() async throws {
    let ana = try SigningReviewer("ana@example.com")
    let ben = try SigningReviewer("ben@example.com")
    let two = try start([ana, ben])
    #expect(try await found(two).isEmpty)
    try two.land(edited.round(1, authors: [ana.address, mira]), on: "2026-01-06")
    #expect(try await found(two).map(\.severity) == [.warning])
    let one = try start([ana])
    try one.land(edited.round(1, authors: [ana.address, mira]), on: "2026-01-06")
    let finding = try #require(try await found(one).first)
    #expect(finding.severity == .error)
    #expect(
      finding.headline
        == "`authors` of round 1 names ana@example.com, of whom no commit says so")
    // On the main line as well, where the landing brings no words that could hide who wrote.
    try one.checkout("main")
    try one.land(edited.round(1), on: "2026-01-07")
    #expect(try await one.verdicts().contains("error round-author-surplus") == false)
    try one.land(edited.round(1, authors: [ana.address, mira]), on: "2026-01-08")
    #expect(try await one.verdicts().contains("error round-author-surplus"))
  }

  @Test("a withdrawn round that names somebody bears nothing out")
  func withdrawn() async throws {
    let ana = try SigningReviewer("ana@example.com")
    let one = try start([ana])
    try one.checkout("main")
    try one.land(edited, on: "2026-01-07")
    let past = edited.with {
      $0.rounds = [
        "{round: 1, version: 1, opened: 2026-01-08, scopes: [policy], groups: [], "
          + "authors: [ana@example.com, mira@example.com], closed: 2026-01-08, "
          + "outcome: withdrawn, reason: We ask again.}"
      ]
    }
    try one.land(past, on: "2026-01-08")
    #expect(try await one.verdicts().contains("warning round-author-surplus"))
    try one.land(past.round(2, authors: [ana.address, mira]), on: "2026-01-09")
    #expect(try await one.verdicts().contains("error round-author-surplus"))
    try one.branch("later")
    #expect(try await found(one).isEmpty)
  }

  @Test("an earlier round that a squash left bears out, with a warning where that silences a group")
  func squashedBefore() async throws {
    let ana = try SigningReviewer("ana@example.com")
    let repository = try LandingRepository.asking([ana])
    try repository.land(.development, on: "2026-01-06")
    let first = edited.round(1, authors: [ana.address, mira], isClosed: true)
    try repository.land(first, on: "2026-01-07")
    try repository.branch("work")
    try repository.land(first.round(2, authors: [ana.address, mira]), on: "2026-01-08")
    #expect(try await found(repository).map(\.severity) == [.warning])
  }

  @Test("whoever wrote on the branch, or is named by a commit, belongs there")
  func founded() async throws {
    let ana = try SigningReviewer("ana@example.com")
    let repository = try start([ana])
    let more = edited.edited("Advertise only where", "Advertise solely where")
    try repository.land(more.round(1), on: "2026-01-06", by: ana.address)
    try repository.land(more.round(1, authors: [ana.address, mira]), on: "2026-01-06")
    #expect(try await found(repository).isEmpty)
  }

  @Test("whoever came later is named when the round is closed")
  func later() async throws {
    let ana = try SigningReviewer("ana@example.com")
    let ben = try SigningReviewer("ben@example.com")
    let repository = try start([ana, ben])
    let more = edited.edited("Advertise only where", "Advertise solely where")
    try repository.land(more.round(1), on: "2026-01-06", by: ana.address)
    try repository.land(
      try await ben.record(on: id, in: repository, group: "legal", scopes: [.policy]),
      on: "2026-01-07", by: ben.address)
    func desk() async throws -> PolicyDesk {
      try await PolicyDesk.open(
        id, in: try repository.folder.load(), today: LandingRepository.today)
    }
    let open = try await desk()
    #expect(open.snapshot.rounds.map(\.authors) == [[mira]])
    try RoundJob(desk: open).close(answers: []).write(in: repository.folder.path)
    let closed = try await desk()
    #expect(closed.snapshot.rounds.map(\.authors) == [[ana.address, mira]])
  }

  @Test("a squash with a name that silences a group is a warning")
  func squash() async throws {
    let ana = try SigningReviewer("ana@example.com")
    let repository = try LandingRepository.asking([ana])
    try repository.land(.development, on: "2026-01-06")
    try repository.land(edited.round(1, authors: [ana.address, mira]), on: "2026-01-07")
    #expect(try await repository.verdicts().contains("warning round-author-surplus"))
  }

  @Test("the comment and the terminal tell that somebody stands in")
  func comment() async throws {
    let ana = try SigningReviewer("ana@example.com")
    let lea = try SigningReviewer("lea@example.com")
    let repository = try start([ana], lea: lea)
    let signed = edited.round(1, authors: [ana.address, mira])
    try repository.land(signed, on: "2026-01-06")
    let record = try await lea.record(on: id, in: repository, group: "legal", scopes: [.policy])
    try repository.land(record, on: "2026-01-07", by: lea.address)
    let result = try await repository.change()
    let text = ChangeComment(result, findings: result.findings, base: "main").text
    #expect(text.contains("Legal (`lea@example.com`, standing in for Legal, all of whose"))
    let terminal = ChangeText(palette: Palette(isColored: false)).text(result.report)
    #expect(
      terminal.contains(
        "  policy: lea@example.com, standing in for legal, all of whose members are authors\n"))
  }

  @Test("the terminal tells that a step is urgent")
  func urgent() async throws {
    let repository = try LandingRepository.asking([try SigningReviewer("ana@example.com")])
    try repository.land(.development, on: "2026-01-06")
    try repository.branch("work")
    let step = Life.development.then(
      "implementation", on: "2026-01-07", reason: "Now.", isUrgent: true)
    try repository.land(step, on: "2026-01-07")
    let text = ChangeText(palette: Palette(isColored: false))
      .text(try await repository.change().report)
    #expect(text.contains("urgent): "), "\(text)")
  }
}
