import PolicyModel
import PolicyRules
import Testing

@testable import BylawKit

@Suite("What needs attention")
struct DueTests {
  private func due(_ repository: LifeRepository, on day: String) async throws -> [DueItem] {
    try await DueJob.run(in: try repository.load(), today: try LifeRepository.day(day)).items
  }

  @Test(
    "speaks of the review of what is in force a month ahead, and counts the days after its day",
    arguments: [
      ("2026-07-16", nil), ("2026-07-17", 0), ("2026-08-16", 0), ("2026-08-17", 1),
      ("2026-09-16", 31),
    ] as [(String, Int?)])
  func review(day: String, overdue: Int?) async throws {
    // In force since 16 February 2026, and reviewed every six months.
    let repository = try LifeRepository()
    let items = try await due(repository, on: day)
    #expect(items.map(\.kind) == (overdue == nil ? [] : [.review]))
    #expect(items.first?.overdueDays == overdue)
    if let item = items.first {
      #expect(item.who == [LifeRepository.ana, LifeRepository.ben])
      #expect(item.day == CalendarDate("2026-08-16"))
    }
  }

  @Test("is a warning of the history check from the day after, also where the history is known")
  func warning() async throws {
    let repository = try LifeRepository()
    func found(on day: String) async throws -> [Finding] {
      let today = try LifeRepository.day(day)
      let checked = await CheckedWorkspace.load(try repository.load(), today: today)
      return try await HistoryCheckJob(checked: checked, today: today).run()
        .filter { $0.rule == "review-overdue" }
    }
    #expect(try await found(on: "2026-08-16").isEmpty)
    let finding = try #require(try await found(on: "2026-08-17").first)
    #expect(finding.severity == .warning)
    #expect(finding.headline == "The review of version 1 was due on 16 August 2026")
    #expect(finding.explanation == "It waits for Legal.")
    #expect(try await found(on: "2026-08-16").isEmpty)
    try await repository.review(.revise, as: LifeRepository.ana, on: "2026-08-20")
    #expect(try await found(on: "2026-09-19").isEmpty)
    #expect(
      try await found(on: "2026-09-20").map(\.headline) == [
        "A review decided to revise version 1, and nobody has done it by 19 September 2026"
      ])
  }

  @Test("waits for an end that is written down, until it is signed and its step is taken")
  func end() async throws {
    let repository = try LifeRepository()
    try repository.ask("retire: {groups: []}", "retire: {groups: [legal]}")
    let end = StepJob.Request.retire(on: CalendarDate("2026-04-01"), replacedBy: nil)
    _ = try await repository.take(end, reason: "The terms say it.", on: "2026-03-01")
    let waiting = try await due(repository, on: "2026-03-02")
    #expect(waiting.map(\.kind) == [.end])
    #expect(waiting.first?.what == "its end on 1 April 2026 waits for Legal")
    #expect(waiting.first?.who == [LifeRepository.ana, LifeRepository.ben])
    #expect(waiting.first?.isOverdue == false)
    #expect(try await due(repository, on: "2026-04-02").first?.overdueDays == 1)
    let leaves = try await repository.desk("2026-03-02").gateReport(for: .living).unmetLeaves
    #expect(leaves.map(\.id) == ["scope-retire-legal"])
    let job = try SignJob(
      desk: try await repository.desk("2026-03-02"), group: "legal", verdict: .approve,
      purpose: .retire, text: "", reviewer: LifeRepository.ana)
    try await repository.write(job, by: LifeRepository.ana)
    try repository.commit("a record", by: LifeRepository.ana, on: "2026-03-02")
    let signed = try await due(repository, on: "2026-03-03")
    #expect(signed.map(\.command) == ["bylaw retire \(LifeRepository.policy)"])
    _ = try await repository.take(.retire(on: nil, replacedBy: nil), on: "2026-03-03")
    #expect(try await due(repository, on: "2026-03-04").isEmpty)
    let checked = await CheckedWorkspace.load(
      try repository.load(), today: try LifeRepository.day("2026-03-04"))
    #expect(
      try await ShownText.note(
        on: LifeRepository.policy, checked: checked, today: try LifeRepository.day("2026-03-04"))
        == "It is in force, and ends on 1 April 2026.")
  }

  @Test("counts the next review from the last one that kept the policy, and so does the list")
  func kept() async throws {
    let repository = try LifeRepository()
    try await repository.review(.keep, as: LifeRepository.ana, on: "2026-08-20")
    let today = try LifeRepository.day("2026-08-21")
    let checked = await CheckedWorkspace.load(try repository.load(), today: today)
    let next = await PortfolioState.load(checked, today: today).next[LifeRepository.policy]
    #expect(next?.day == CalendarDate("2027-02-20"))
    #expect(next?.what == "review due")
    #expect(try await due(repository, on: "2026-08-21") == [])
    let items = try await due(repository, on: "2027-02-21")
    #expect(items.first?.day == CalendarDate("2027-02-20"))
    #expect(items.first?.overdueDays == 1)
  }

  @Test("does not believe a review that dates itself after its landing")
  func future() async throws {
    let repository = try LifeRepository()
    let job = try ReviewJob.record(
      at: try await repository.desk("2027-08-20"), group: "legal", verdict: .keep,
      considered: [.law], text: "", reviewer: LifeRepository.ana)
    try await repository.write(job, by: LifeRepository.ana)
    try repository.commit("a record", by: LifeRepository.ana, on: "2026-03-01")
    let items = try await due(repository, on: "2026-09-02")
    #expect(items.first?.day == CalendarDate("2026-09-01"))
  }

  @Test("gives the owner thirty days to follow a review that asks for a revision")
  func decision() async throws {
    let repository = try LifeRepository()
    try await repository.review(.revise, as: LifeRepository.ben, on: "2026-05-01")
    let items = try await due(repository, on: "2026-06-01")
    #expect(items.map(\.kind) == [.decision])
    #expect(items.first?.who == [LifeRepository.mira])
    #expect(items.first?.overdueDays == 1)

    let desk = try await repository.desk("2026-06-02")
    let step = StepJob(
      .revise(to: .development), desk: desk, by: LifeRepository.mira, reason: "The review.")
    guard case .planned(let plan) = try step.run() else {
      Issue.record("not planned")
      return
    }
    try repository.carryOut(plan)
    try repository.commit("revise", on: "2026-06-02")
    #expect(try await due(repository, on: "2026-10-01") == [])
    #expect(try await due(repository, on: "2026-11-02").first?.overdueDays == 1)
  }

  @Test("waits for each group that reviews, whoever else has")
  func groups() async throws {
    let repository = try LifeRepository()
    try repository.ask(
      "groups: {legal:",
      "groups: {support: {name: Support, members: [\(LifeRepository.ben)]}, legal:")
    try repository.ask("6 months, groups: [legal]", "6 months, groups: [legal, support]")
    try await repository.review(.keep, as: LifeRepository.ana, on: "2026-05-01")
    let items = try await due(repository, on: "2026-08-17")
    #expect(items.map(\.who) == [[LifeRepository.ben]])
    #expect(items.first?.overdueDays == 1)
  }

  @Test(
    "takes the shorter period of the policy and the workspace",
    arguments: [("3 months", "2026-05-16"), ("2 years", "2026-08-16")])
  func period(every: String, day: String) async throws {
    let repository = try LifeRepository()
    try repository.edit("stage: iteration\n", "stage: iteration\nreview_every: \(every)\n")
    try repository.commit("another period", on: "2026-02-20")
    #expect(try await due(repository, on: "2026-08-17").first?.day == CalendarDate(day))
  }

  @Test("speaks no more of a decision once the version that follows it binds")
  func followed() async throws {
    let repository = try LifeRepository()
    try await repository.review(.revise, as: LifeRepository.ben, on: "2026-05-01")
    _ = try await repository.take(
      .revise(to: .development), reason: "The review.", on: "2026-05-10")
    _ = try await repository.take(.advance(isUrgent: false), on: "2026-05-11")
    try repository.edit(
      "version: 2\n", "version: 2\nannounced: 2026-05-12\neffective: 2026-07-01\n")
    try repository.edit(
      "changes:\n", "changes:\n  - {version: 2, class: minor, summary: Clearer words.}\n")
    _ = try await repository.take(.advance(isUrgent: false), on: "2026-05-12")
    #expect(try await due(repository, on: "2026-08-01") == [])
    #expect(try await due(repository, on: "2027-01-02").map(\.kind) == [.review])
  }

  @Test("names whom a round waits for, and what has no answer")
  func round() async throws {
    let repository = try LifeRepository()
    try repository.write("bylaw.yml", LifeRepository.settings(article: "[legal]"))
    try repository.commit("ask legal", on: "2026-03-01")
    try repository.edit("synonyms: [spam,", "synonyms: [spam, flyers,")
    try await repository.openRound(on: "2026-03-02")
    let waiting = try await due(repository, on: "2026-03-03")
    #expect(waiting.map(\.kind) == [.round])
    #expect(waiting.first?.who == [LifeRepository.ana, LifeRepository.ben])

    let comment = try await repository.sign(
      .comment, as: LifeRepository.ana, "Why flyers?", on: "2026-03-04")
    try await repository.sign(
      .requestChanges, as: LifeRepository.ben, "Not flyers.", on: "2026-03-05")
    let items = try await due(repository, on: "2026-03-06")
    #expect(Set(items.map(\.kind)) == [.answer, .comment])
    #expect(items.allSatisfy { $0.who == [LifeRepository.mira] })
    #expect(items.contains { $0.command?.contains(comment) ?? false })

    let list = ListJob(
      checked: await CheckedWorkspace.load(
        try repository.load(), today: try LifeRepository.day("2026-03-03")),
      today: try LifeRepository.day("2026-03-03"))
    #expect(list.rows().first?.round == 1)
  }

  @Test("shows a version that is announced and does not bind yet, which is never overdue")
  func notice() async throws {
    let repository = try LifeRepository()
    let items = try await due(repository, on: "2026-02-01")
    #expect(items.map(\.kind) == [.notice])
    #expect(items.first?.day == CalendarDate("2026-02-16"))
    #expect(items.first?.isOverdue == false)
  }

  @Test("says of which policy it cannot tell")
  func unread() async throws {
    let repository = try LifeRepository()
    try repository.write(SoundSample.policyPath, "no front-matter")
    let result = try await DueJob.run(
      in: try repository.load(), today: try LifeRepository.day("2026-09-01"))
    #expect(result.unread.map(\.policy).contains(LifeRepository.policy))
  }
}
