import PolicyModel
import PolicyProjection
import PolicyRules
import Testing

@testable import BylawKit

@Suite("Review rounds")
struct RoundTests {
  private static let id = LifeRepository.policy

  /// A change of the article, of which legal is asked.
  private func repository() throws -> LifeRepository {
    let repository = try LifeRepository()
    try repository.ask("{article: [],", "{article: [legal],")
    try repository.edit("synonyms: [spam,", "synonyms: [spam, flyers,")
    return repository
  }

  private func open(_ id: String = id, adding groups: [String] = [], in repository: LifeRepository)
    async throws -> EditPlan
  {
    try await RoundJob(desk: repository.desk(of: id, "2026-03-02")).open(adding: groups)
  }

  @Test("ask the groups of the gates, and say how to answer")
  func opened() async throws {
    let plan = try await open(in: try repository())
    #expect(plan.summary == "Round 1 of \(Self.id) asks legal about article")
    let sign =
      "Each signs with `bylaw sign \(Self.id) --as GROUP --approve`, or with --request-changes."
    let pack = "`bylaw build --preview \(Self.id)` makes a page for reviewers without a terminal."
    #expect(plan.next == "\(sign)\n\(pack)")
    let other = try repository()
    try other.ask("people:\n", "signoffs: {proof: commit}\npeople:\n")
    #expect(try await open(in: other).next == "\(pack)\n\(sign)")
  }

  @Test("are opened one at a time, and only where there is something to ask")
  func refusedOpening() async throws {
    let repository = try repository()
    #expect(
      try await refusal { try await open(adding: ["legl"], in: repository) }
        == Refused("There is no group `legl`", "Did you mean `legal`?"))
    try await repository.openRound(on: "2026-03-02")
    #expect(
      try await refusal { try await open(in: repository) }
        == Refused(
          "Round 1 of \(Self.id) is open",
          "`bylaw round status \(Self.id)` shows whom it waits for; close it first."))
    #expect(
      try await refusal { try await open(in: try LifeRepository()) }
        == Refused(
          "All words of \(Self.id) are approved: there is nothing to review",
          "`bylaw why \(Self.id)` shows what else the next stage asks for."))
    try repository.writeDraft(.research)
    _ = try await repository.take(
      .retire(on: nil, replacedBy: nil), of: LifeRepository.draft, reason: "No.", on: "2026-05-08")
    #expect(
      try await refusal { try await open(LifeRepository.draft, in: repository) }
        == Refused("sample-draft is retired: there is nothing to review"))
  }

  @Test("cannot be looked at or closed where there is none")
  func none() async throws {
    let repository = try repository()
    let job = RoundJob(desk: try await repository.desk("2026-03-02"))
    let help = "Open one with `bylaw round open \(Self.id)`."
    #expect(try await refusal { try job.status() } == Refused("\(Self.id) has no rounds yet", help))
    #expect(
      try await refusal { try job.close(answers: []) }
        == Refused("\(Self.id) has no open round", help))
    try await repository.openRound(on: "2026-03-02")
    let open = RoundJob(desk: try await repository.desk("2026-03-02"))
    #expect(
      try await refusal { try open.status(number: 7) }
        == Refused("\(Self.id) has no round 7", "It has: 1."))
  }

  @Test("are closed when every group has spoken and every objection has an answer")
  func closed() async throws {
    let repository = try repository()
    try await repository.openRound(on: "2026-03-02")
    func close(_ answers: [(record: String, text: String)] = []) async throws -> EditPlan {
      try await RoundJob(desk: repository.desk("2026-03-05")).close(answers: answers)
    }
    #expect(
      try await refusal { try await close() }
        == Refused(
          "legal has not spoken on the words as they stand (article)",
          "Ask ana@example.com or ben@example.com: `bylaw sign \(Self.id) --as legal --approve`, "
            + "or `--request-changes -m TEXT`."))
    let record = try await repository.sign(
      .requestChanges, as: LifeRepository.ana, "No flyers.", on: "2026-03-03")
    #expect(
      try await refusal { try await close() }
        == Refused(
          "\(record) has no answer",
          "Give one with `bylaw round close \(Self.id) --answer \"\(record)=TEXT\"`."))
    #expect(
      try await refusal { try await close([("x", "y")]) }
        == Refused(
          "There is no record `x` to answer",
          "`bylaw round status \(Self.id)` names those of the round."))
    let plan = try await close([(record, "They are leaflets now.")])
    #expect(plan.summary == "Round 1 of \(Self.id) is closed: changes-requested")
    #expect(plan.next == "Mend the text, then ask again with `bylaw round open \(Self.id)`.")
  }

  @Test("are withdrawn for a reason, which the commit keeps")
  func withdrawn() async throws {
    let repository = try repository()
    try await repository.openRound(on: "2026-03-02")
    let job = RoundJob(desk: try await repository.desk("2026-03-03"))
    #expect(
      try await refusal { try job.withdraw(reason: "") }
        == Refused("A round is withdrawn for a reason", "Give it: --withdraw TEXT."))
    let plan = try job.withdraw(reason: "Asked too soon.")
    #expect(plan.body == "Asked too soon.")
    #expect(String(decoding: plan.files[0].new, as: UTF8.self).contains("outcome: withdrawn"))
  }

  @Test("take a number that no round ever had, also one that was removed")
  func numbers() async throws {
    let repository = try repository()
    let before = try repository.text(SoundSample.policyPath)
    try await repository.openRound(on: "2026-03-02")
    try repository.write(SoundSample.policyPath, before)
    try repository.commit("remove the round", on: "2026-03-03")
    #expect(
      try await open(in: repository).summary == "Round 2 of \(Self.id) asks legal about article")
  }

  @Test("take a number that no record names, as a squash can leave records alone")
  func numbersOfRecords() async throws {
    let repository = try repository()
    let before = try repository.text(SoundSample.policyPath)
    try repository.carryOut(try await open(in: repository))
    let job = try SignJob(
      desk: try await repository.desk("2026-03-03"), group: "legal", verdict: .approve,
      purpose: nil, text: "", reviewer: LifeRepository.ana)
    try await repository.write(job, by: LifeRepository.ana)
    try repository.write(SoundSample.policyPath, before)
    try repository.commit("a squash", on: "2026-03-03")
    #expect(
      try await open(in: repository).summary == "Round 2 of \(Self.id) asks legal about article")
  }

  @Test("ask about a changed rule in force only once `changes` says what was corrected")
  func correction() async throws {
    let repository = try LifeRepository()
    try repository.ask(
      "good_fit: {rounds: 0, groups: []}", "good_fit: {rounds: 0, groups: [legal]}")
    try repository.edit("Advertising where nobody", "Advertising wherever nobody")
    let refused = try await refusal { try await open(in: repository) }
    #expect(
      refused?.message
        == "The rule of \(Self.id) was changed without a new version, and `changes` does not say what "
        + "was corrected")
    #expect(refused?.help?.contains("`bylaw revise \(Self.id) -m TEXT`") == true)
    let entry = "It says where it is welcome, and what can happen.\n"
    try repository.edit(
      entry, entry + "  - {version: 1, class: editorial, summary: A slip of the pen.}\n")
    #expect(
      try await open(in: repository).summary.hasSuffix("asks legal about policy"))
  }

  @Test("asks nobody about a day that breaks the notice which readers were given")
  func promise() async throws {
    let repository = try LandingRepository.asking([try SigningReviewer("ana@example.com")])
    let settings = try repository.folder.text("bylaw.yml").replacing(
      "good_fit: {rounds: 1, groups: [legal]}", with: "good_fit: {rounds: 0, groups: []}")
    try #require(settings.contains("release: []"))
    try repository.land(["bylaw.yml": settings], on: "2026-01-04")
    try repository.land(.released, on: "2026-01-08")
    try repository.land(
      ["bylaw.yml": settings.replacing("release: []", with: "release: [legal]")], on: "2026-01-09")
    func open(_ effective: String) async throws -> EditPlan {
      try repository.folder.write(Life.path, Life.released.dated("2026-01-08", effective).text)
      let desk = try await PolicyDesk.open(
        "unwanted-advertising", in: try repository.folder.load(),
        today: try LifeRepository.day("2026-01-10"), needsJudgements: true)
      return try RoundJob(desk: desk).open()
    }
    let error = await #expect(throws: LoadError.self) { try await open("2026-01-20") }
    #expect(
      error?.message == "Readers keep the notice that they were given: no approval changes that")
    #expect(error?.help?.contains("The earliest day is 2026-02-09.") == true)
    #expect(try await open("2026-03-01").summary.hasPrefix("Round 1"))
  }

  @Test("name at their end who came later, also where the words have landed approved")
  func laterAuthors() async throws {
    let repository = try LifeRepository()
    try repository.git("config", "user.email", LifeRepository.mira)
    try repository.write("bylaw.yml", LifeRepository.settings(article: "[legal]"))
    try repository.commit("ask legal", on: "2026-03-01")
    try repository.edit("synonyms: [spam,", "synonyms: [spam, flyers,")
    try await repository.openRound(on: "2026-03-02")
    try repository.edit("synonyms: [spam, flyers,", "synonyms: [spam, leaflets,")
    try repository.commit("better words", by: LifeRepository.ana, on: "2026-03-03")
    try await repository.sign(.approve, as: LifeRepository.ben, on: "2026-03-04")
    try await repository.closeRound(on: "2026-03-05")
    let desk = try await repository.desk("2026-03-06")
    #expect(desk.snapshot.rounds.last?.authors == [LifeRepository.ana, LifeRepository.mira])
    // What they wrote is approved: they are no authors of what others write next.
    try repository.edit("synonyms: [spam, leaflets,", "synonyms: [spam, posters,")
    try repository.commit("other words", on: "2026-03-07")
    try await repository.openRound(on: "2026-03-08")
    let next = try await repository.desk("2026-03-09")
    #expect(next.snapshot.openRound?.authors == [LifeRepository.mira])
    let today = try LifeRepository.day("2026-03-09")
    let checked = await CheckedWorkspace.load(try repository.load(), today: today)
    let found = try await HistoryCheckJob(checked: checked, today: today).run()
    #expect(found.filter { $0.rule == "round-author-surplus" }.isEmpty)
  }

  @Test("ask about the rule alone until it has its form")
  func development() async throws {
    let repository = try LandingRepository.asking([try SigningReviewer("ana@example.com")])
    let settings = try repository.folder.text("bylaw.yml")
    try #require(settings.contains("article: []"))
    try repository.land(
      ["bylaw.yml": settings.replacing("article: []", with: "article: [legal]")], on: "2026-01-04")
    func asked(_ life: Life) async throws -> String {
      try repository.folder.write(Life.path, life.text)
      let desk = try await PolicyDesk.open(
        Self.id, in: try repository.folder.load(), today: LandingRepository.today)
      return try RoundJob(desk: desk).open().summary
    }
    #expect(try await asked(.development).hasSuffix("asks legal about policy"))
    #expect(try await asked(.implementation).hasSuffix("asks legal about policy, article"))
  }
}
