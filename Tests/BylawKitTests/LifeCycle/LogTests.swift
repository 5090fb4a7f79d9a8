import PolicyHistory
import PolicyModel
import PolicyProjection
import PolicyRules
import Testing

@testable import BylawKit

@Suite("The log of a policy")
struct LogTests {
  private func timeline(_ repository: LifeRepository, on day: String) async throws -> Timeline {
    try await LogJob.timeline(
      of: LifeRepository.policy, in: try repository.load(), today: try LifeRepository.day(day))
  }

  @Test("tells the steps, the release and when the version binds")
  func release() async throws {
    let repository = try LifeRepository()
    let timeline = try await timeline(repository, on: "2026-03-01")
    let version = try #require(timeline.versions.first)
    #expect(timeline.versions.count == 1)
    #expect(version.state == .inForce)
    #expect(version.from == CalendarDate("2026-02-16"))
    #expect(version.events.map(\.kind) == [.step, .step, .step, .step, .released])
    #expect(
      version.events.compactMap(\.stage) == [.research, .development, .implementation, .iteration])
    #expect(version.events.allSatisfy { $0.commit != nil })
    let before = try await self.timeline(repository, on: "2026-02-15")
    #expect(before.versions.first?.state == .upcoming)
  }

  @Test("puts sign-offs below their round, and what they amended behind it")
  func amendment() async throws {
    let repository = try LifeRepository()
    try repository.write("bylaw.yml", LifeRepository.settings(article: "[legal]"))
    try repository.commit("ask legal", on: "2026-03-01")
    try repository.edit("synonyms: [spam,", "synonyms: [spam, flyers,")
    try await repository.openRound(on: "2026-03-02")
    try await repository.sign(.approve, as: LifeRepository.ana, on: "2026-03-03")
    try await repository.closeRound(on: "2026-03-04")
    let timeline = try await timeline(repository, on: "2026-03-05")
    let events = try #require(timeline.versions.first).events
    #expect(
      events.dropFirst(5).map(\.kind) == [.roundOpened, .record, .amended, .roundClosed])
    #expect(events.first { $0.kind == .record }?.by == LifeRepository.ana)
    #expect(events.first { $0.kind == .amended }?.scopes == ["article"])
    let text = TimelineReport(palette: Palette(isColored: false)).text(timeline)
    #expect(
      text.hasSuffix(
        """
        ├─ 2026-03-02 round 1 asks legal about article
        │  ├─ 2026-03-03 approve, ana@example.com for legal
        │  └─ 2026-03-04 closed: approved
        └─ 2026-03-03 amended (article), by ana@example.com (\
        \(try repository.git("rev-parse", "HEAD~1").prefix(12)))

        """))
  }

  @Test("puts a step before the round that it begins, and behind the one that allows it")
  func sameDay() async throws {
    let repository = try LandingRepository.asking([try SigningReviewer("ana@example.com")])
    func kinds(_ other: LandingRepository? = nil) async throws -> [String] {
      let folder = try (other ?? repository).folder.load()
      let timeline = try await LogJob.timeline(
        of: LifeRepository.policy, in: folder, today: LandingRepository.today)
      return timeline.versions.flatMap(\.events).map { $0.stage?.rawValue ?? $0.kind.rawValue }
    }
    try repository.land(.development.round(1), on: "2026-01-06")
    let asked = ["research", "development", "round-opened"]
    #expect(try await kinds() == asked)
    // The step goes on, and another one comes back for a second round, all on one day.
    let back = Life.implementation.then("development", on: "2026-01-07", reason: "Not yet.")
      .round(1, isClosed: true)
      .with {
        $0.rounds.append(
          "{round: 2, version: 1, opened: 2026-01-07, scopes: [policy], groups: [legal], "
            + "authors: [mira@example.com]}")
      }
    try repository.land(back, on: "2026-01-07")
    let since = ["round-closed", "implementation", "development", "round-opened"]
    #expect(try await kinds() == asked + since)
    // A round of one day.
    let brief = Life.development.then("implementation", on: "2026-01-06").round(1).with {
      $0.rounds[0].replace("]}", with: "], closed: 2026-01-06, outcome: approved}")
    }
    let other = try LandingRepository.asking([try SigningReviewer("ana@example.com")])
    try other.land(brief, on: "2026-01-06")
    #expect(try await kinds(other) == asked + ["round-closed", "implementation"])
  }

  @Test("begins a version with its revision, and says which was given up")
  func revision() async throws {
    let repository = try LifeRepository()
    for (request, day) in [
      (StepJob.Request.revise(to: .development), "2026-03-01"), (.withdraw, "2026-03-02"),
      (.revise(to: .research), "2026-03-03"),
    ] {
      let step = StepJob(
        request, desk: try await repository.desk(day), by: LifeRepository.mira, reason: "Because.")
      guard case .planned(let plan) = try step.run() else {
        Issue.record("not planned")
        return
      }
      try repository.carryOut(plan)
      if day != "2026-03-03" { try repository.commit("a step", on: day) }
    }
    let timeline = try await timeline(repository, on: "2026-03-05")
    #expect(timeline.versions.map(\.number) == [1, 2, 3])
    #expect(timeline.versions.map(\.state) == [.inForce, .withdrawn, .draft])
    #expect(timeline.versions[1].events.compactMap(\.stage) == [.development, .iteration])
    #expect(timeline.versions[1].events.map(\.isWithdrawal) == [nil, true])
    #expect(timeline.versions[2].events.map(\.commit) == [nil])
    let text = TimelineReport(palette: Palette(isColored: false)).text(timeline)
    #expect(text.contains("2026-03-02 given up, by mira@example.com: the file is in iteration\n"))
  }

  @Test("remembers a policy whose file is gone, and refuses where there is no history")
  func gone() async throws {
    let repository = try LifeRepository()
    try repository.git("rm", "--quiet", SoundSample.policyPath)
    try repository.commit("remove it", on: "2026-03-01")
    #expect(try await timeline(repository, on: "2026-03-02").versions.count == 1)

    let plain = try TemporaryFolder.workspace()
    await #expect(throws: GitError.self) {
      try await LogJob.timeline(
        of: LifeRepository.policy, in: try plain.load(), today: SoundSample.today)
    }
  }
}
