import PolicyModel
import PolicyProjection
import PolicyRules
import Testing

@testable import BylawKit

@Suite("What is typed by hand beside the verbs")
struct HandTypedTests {
  private let id = "unwanted-advertising"

  @Test("a round that asks fewer groups than the gates is an error where it comes")
  func round() async throws {
    let ana = try SigningReviewer("ana@example.com")
    let repository = try LandingRepository.asking([ana])
    let settings = try repository.folder.text("bylaw.yml")
      .replacing("groups: {legal:", with: "groups: {board: {name: Board, members: []}, legal:")
    try repository.land(["bylaw.yml": settings], on: "2026-01-04")
    try repository.land(.development, on: "2026-01-06")
    try repository.branch("work")
    try repository.land(.development.round(1), on: "2026-01-06")
    #expect(try await repository.change().findings == [])
    let friendly = Life.development.with {
      $0.rounds = [
        "{round: 1, version: 1, opened: 2026-01-06, scopes: [policy], groups: [board], "
          + "authors: [mira@example.com]}"
      ]
    }
    try repository.land(friendly, on: "2026-01-06")
    let found = try await repository.change().findings
    #expect(found.map(\.verdict) == ["error round-groups-missing"])
    #expect(found.first?.headline == "Round 1 does not ask legal")
    try repository.checkout("main")
    try repository.git("merge", "--quiet", "work")
    #expect(try await repository.verdicts() == ["error round-groups-missing"])
  }

  @Test("settings that change later ask nobody of a round that was there")
  func laterSettings() async throws {
    let ana = try SigningReviewer("ana@example.com")
    let repository = try LandingRepository.asking([ana])
    let settings = try repository.folder.text("bylaw.yml")
    try repository.land(.development.round(1), on: "2026-01-06")
    try repository.land(
      [
        "bylaw.yml": settings.replacing(
          "groups: {legal:", with: "groups: {board: {name: Board, members: []}, legal:"
        ).replacing("groups: [legal]}", with: "groups: [legal, board]}")
      ], on: "2026-01-07")
    try repository.land(
      .development.round(1).edited("Advertising where nobody", "Advertising wherever nobody"),
      on: "2026-01-08")
    #expect(try await repository.verdicts() == [])
  }

  @Test(
    "a step that is dated in the future is an error",
    arguments: [("2026-06-02", 0), ("2026-06-03", 1)])
  func stepAhead(day: String, count: Int) async throws {
    let repository = try LandingRepository()
    try repository.land(.research, on: "2026-01-05")
    try repository.branch("work")
    try repository.land(.research.then("development", on: day), on: "2026-06-01")
    let proposed = try await repository.change().findings.filter { $0.rule == "history-step-ahead" }
    #expect(proposed.map(\.severity) == Array(repeating: .error, count: count))
    try repository.checkout("main")
    try repository.git("merge", "--quiet", "work")
    let landed = try await repository.history().filter { $0.rule == "history-step-ahead" }
    #expect(landed.map(\.severity) == Array(repeating: .error, count: count))
  }

  // MARK: After the release

  /// Version 1 was released on 8 January for 20 February; the amendment lands on 9 January.
  private func amended(_ life: Life) async throws -> (proposed: [String], landed: [String]) {
    let repository = try LandingRepository()
    try repository.land(.research, on: "2026-01-05")
    try repository.land(.development, on: "2026-01-06")
    try repository.land(.implementation, on: "2026-01-07")
    try repository.land(.released, on: "2026-01-08")
    #expect(try await repository.verdicts() == [])
    try repository.branch("work")
    try repository.land(life, on: "2026-01-09")
    let today = try #require(CalendarDate("2026-01-09"))
    let proposed = try await repository.change(today: today).findings.map(\.verdict)
    try repository.checkout("main")
    try repository.git("merge", "--quiet", "work")
    return (proposed, try await repository.verdicts())
  }

  @Test("an amendment does not shorten the notice that readers were given")
  func notice() async throws {
    let sooner = try await amended(.released.dated("2026-01-08", "2026-01-10"))
    #expect(sooner.proposed == ["error release-notice-shortened"])
    #expect(sooner.landed == ["error release-notice-shortened"])
    // Enough for a minor change, and this one is significant.
    let tooSoon = try await amended(.released.dated("2026-01-08", "2026-01-26"))
    #expect(tooSoon.landed == ["error release-notice-shortened"])
    let later = try await amended(.released.dated("2026-01-08", "2026-03-20"))
    #expect(later.proposed == [] && later.landed == [])
  }

  @Test("a day that has come is moved by nothing, and shortens no notice")
  func bound() async throws {
    let repository = try LandingRepository()
    try repository.land(.released, on: "2026-01-08")
    try repository.land(.released.dated("2026-01-08", "2026-02-10"), on: "2026-03-01")
    #expect(try await repository.verdicts() == [])
  }

  @Test("an amendment lowers the class only with a reason")
  func changeClass() async throws {
    let lower = try await amended(.released.edited("class: significant", "class: editorial"))
    #expect(lower.proposed == ["error release-class-lowered"])
    #expect(lower.landed == ["error release-class-lowered"])
    let founded = try await amended(
      .released.edited("class: significant", "class: minor, class_reason: Nobody is worse off."))
    #expect(founded.proposed == [], "\(founded)")
    #expect(founded.landed == [])
  }

  @Test("the class of a version is that of its own entry, and stands once it was approved")
  func ownClass() async throws {
    let repository = try LandingRepository()
    let minor = "class: minor, class_reason: Nobody is worse off."
    let first = Life.released.edited("class: significant", minor)
    try repository.land(first, on: "2026-01-08")
    try repository.land(.released.edited("class: significant", "class: minor"), on: "2026-01-09")
    // What was approved under it keeps it: only a lighter one needs a reason again.
    #expect(try await repository.verdicts() == [])
    try repository.land(.released2, on: "2026-03-04")
    let history = try #require(
      try await WorkspaceHistory.load(
        repository.folder.path, timeZone: "UTC", today: LandingRepository.today))
    #expect(history.lines[id]?.snapshot?.changeClasses == [.significant])
  }

  @Test("why tells the terms that an amendment breaks")
  func why() async throws {
    let repository = try LandingRepository()
    try repository.land(.released, on: "2026-01-08")
    try repository.folder.write(Life.path, Life.released.dated("2026-01-08", "2026-01-10").text)
    let desk = try await PolicyDesk.open(
      id, in: try repository.folder.load(), today: try #require(CalendarDate("2026-01-09")))
    let unmet = desk.gateJudge().report(for: .living).unmetLeaves
    #expect(unmet.map(\.id).contains("notice-kept"), "\(unmet)")
  }

  // MARK: The place

  @Test("a branch that moves the workspace is told what it loses", arguments: [false, true])
  func moved(isRenamed: Bool) async throws {
    let repository = try LandingRepository()
    try repository.land(.released, on: "2026-01-08")
    try repository.branch("work")
    let settings = try repository.folder.text("bylaw.yml")
    let workspace = try #require(
      settings.split(separator: "\n").first { $0.hasPrefix("workspace:") })
    try repository.land(
      [
        "bylaw.yml": nil, Life.path: nil,
        "ws/bylaw.yml": isRenamed
          ? settings.replacing(workspace, with: "workspace: another") : settings,
        "ws/\(Life.path)": Life.released.edited("Advertising where", "Advertising wherever").text,
      ], on: "2026-01-09")
    let folder = try WorkspaceFolder.find(from: repository.folder.path("ws"))
    let checked = await CheckedWorkspace.load(folder, today: LandingRepository.today)
    let found = try await ChangeCheckJob(
      checked: checked, base: "main", today: LandingRepository.today
    ).run().findings
    let finding = try #require(found.first { $0.rule == "settings-workspace-moved" })
    #expect(finding.severity == .error)
    #expect(finding.headline == "The workspace is `bylaw.yml` on main")
    // Where it has landed, it is told until judging is said to begin anew.
    func landed() async throws -> [Finding] {
      let folder = try WorkspaceFolder.find(from: repository.folder.path("ws"))
      let checked = await CheckedWorkspace.load(folder, today: LandingRepository.today)
      return try await HistoryCheckJob(checked: checked, today: LandingRepository.today).run()
        .filter { $0.rule == "settings-workspace-moved" }
    }
    #expect(try await landed().map(\.headline) == ["The workspace was moved from `bylaw.yml`"])
    let move = try repository.git("rev-parse", "HEAD")
    let settingsThere = try repository.folder.text("ws/bylaw.yml")
    // A commit before the move says nothing of it.
    let before = try repository.git("rev-parse", "HEAD~1")
    try repository.land(
      [
        "ws/bylaw.yml": settingsThere.replacing(
          "\nlifecycle:\n", with: "\nlifecycle:\n  enforced_since: \(before)\n")
      ], on: "2026-01-10")
    #expect(try await landed().count == 1)
    try repository.land(
      [
        "ws/bylaw.yml": settingsThere.replacing(
          "\nlifecycle:\n", with: "\nlifecycle:\n  enforced_since: \(move)\n")
      ], on: "2026-01-10")
    #expect(try await landed() == [])
  }
}
