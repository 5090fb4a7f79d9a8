import PolicyModel
import PolicyProjection
import PolicyRules
import Testing

@testable import BylawKit

@Suite("Steps of the life cycle")
struct StepTests {
  private static let draft = LifeRepository.draft

  @Test(
    "that the table does not hold are refused, with what can be done from there",
    arguments: [
      (
        StepJob.Request.sendBack, Stage.research,
        "sample-draft is in research and cannot be sent back from there",
        "From there: `bylaw advance sample-draft`, `bylaw retire sample-draft -m TEXT`."
      ),
      (
        .revise(to: .development), .development,
        "sample-draft is in development and cannot be revised from there",
        "From there: `bylaw advance sample-draft`, `bylaw send-back sample-draft -m TEXT`, "
          + "`bylaw retire sample-draft -m TEXT`."
      ),
      (
        .advance(isUrgent: true), .development,
        "--urgent is for the release of a version, and sample-draft is in development",
        "Leave it out: every stage before the release is taken in the ordinary way."
      ),
    ])
  func illegal(
    request: StepJob.Request, stage: Stage, message: String, help: String
  ) async throws {
    let repository = try LifeRepository()
    try repository.writeDraft(stage)
    let refused = try await refusal {
      try await repository.step(request, of: Self.draft, reason: "So.", on: "2026-05-08")
    }
    #expect(refused == Refused(message, help))
  }

  @Test("from iteration lead to a revision or to the end, and no further")
  func released() async throws {
    let repository = try LifeRepository()
    let refused = try await refusal {
      try await repository.step(.advance(isUrgent: false), on: "2026-03-01")
    }
    let id = LifeRepository.policy
    #expect(refused?.message == "\(id) is in iteration and cannot advance from there")
    #expect(
      refused?.help == "From there: `bylaw revise \(id) -m TEXT`, `bylaw retire \(id) -m TEXT`.")
  }

  @Test(
    "that need a reason are refused without one",
    arguments: [
      (StepJob.Request.revise(to: .development), "revise"), (.withdraw, "withdraw"),
      (.retire(on: nil, replacedBy: nil), "retire"),
    ])
  func reason(request: StepJob.Request, verb: String) async throws {
    // Before its day, so that a withdrawal is possible.
    let repository = try LifeRepository()
    let refused = try await refusal { try await repository.step(request, on: "2026-02-01") }
    #expect(refused == Refused("`\(verb)` needs a reason", "Give it with -m TEXT."))
  }

  @Test("are refused for common.md, and where `stage` and `history` disagree")
  func unfit() async throws {
    let repository = try LifeRepository()
    let common = try await refusal {
      try await repository.step(.advance(isUrgent: false), of: "common", on: "2026-03-01")
    }
    #expect(common?.message == "common.md has no stages: each change of it is an amendment")
    #expect(common?.help?.contains("`bylaw round open common`") == true)
    try repository.writeDraft(.development)
    try repository.write(
      LifeRepository.draftPath,
      try repository.text(LifeRepository.draftPath)
        .replacing("stage: development\n", with: "stage: research\n"))
    let mixed = try await refusal {
      try await repository.step(.advance(isUrgent: false), of: Self.draft, on: "2026-05-08")
    }
    #expect(
      mixed?.message == "`stage` is not the last step of `history` in \(LifeRepository.draftPath)")
    #expect(mixed?.help == "Run `bylaw check \(LifeRepository.draftPath)`.")
  }

  @Test("revise takes the dates away, and withdraw brings them back")
  func dates() async throws {
    let repository = try LifeRepository()
    let released = try repository.text(SoundSample.policyPath)
    let dates = released.split(separator: "\n").filter {
      $0.hasPrefix("announced:") || $0.hasPrefix("effective:")
    }
    #expect(dates.count == 2)
    _ = try await repository.take(
      .revise(to: .development), reason: "More rules.", on: "2026-03-02")
    let revised = try repository.text(SoundSample.policyPath).split(separator: "\n")
    #expect(revised.contains("version: 2"))
    #expect(!revised.contains { $0.hasPrefix("announced:") || $0.hasPrefix("effective:") })
    _ = try await repository.take(.withdraw, reason: "No more rules.", on: "2026-03-03")
    let withdrawn = try repository.text(SoundSample.policyPath).split(separator: "\n")
    #expect(withdrawn.contains("version: 1"))
    for date in dates { #expect(withdrawn.contains(date)) }
  }

  @Test("withdraw a first version to development, under the next number and without its dates")
  func withdrawFirst() async throws {
    let repository = try LifeRepository()
    _ = try await repository.take(.withdraw, reason: "Too soon.", on: "2026-02-01")
    let lines = try repository.text(SoundSample.policyPath).split(separator: "\n")
    #expect(lines.contains("stage: development"))
    #expect(lines.contains("version: 2"))
    #expect(!lines.contains { $0.hasPrefix("announced:") || $0.hasPrefix("effective:") })
    let desk = try await repository.desk("2026-02-02")
    #expect(desk.snapshot.withdrawn == [1])
    #expect(desk.line.candidates.isEmpty)
  }

  @Test("revise takes a number that no version ever had", arguments: [false, true])
  func numbers(isCommitted: Bool) async throws {
    let repository = try LifeRepository()
    let released = try repository.text(SoundSample.policyPath)
    if isCommitted {
      _ = try await repository.take(
        .revise(to: .development), reason: "More rules.", on: "2026-03-02")
      // By hand: `--history` tells of it, and the number stays taken.
      try repository.write(SoundSample.policyPath, released)
      try repository.commit("put it back", on: "2026-03-03")
    } else {
      try repository.edit("iteration\nversion: 1\n", "iteration\nversion: 1\nwithdrawn: [2]\n")
    }
    let plan = try await repository.take(
      .revise(to: .development), reason: "More rules.", on: "2026-03-04")
    #expect(plan.summary.hasPrefix("Version 3 of"))
  }

  @Test("withdraw nothing that binds already")
  func binding() async throws {
    let repository = try LifeRepository()
    let refused = try await refusal {
      try await repository.step(.withdraw, reason: "Too soon.", on: "2026-02-16")
    }
    let id = LifeRepository.policy
    #expect(refused?.message == "Version 1 of \(id) binds since 16 February 2026")
    #expect(
      refused?.help == "Revise it with `bylaw revise \(id) -m TEXT`, or end it with "
        + "`bylaw retire \(id) -m TEXT`.")
  }

  @Test("leave a first version that is in force with nothing that cannot be told")
  func inForce() async throws {
    let desk = try await LifeRepository().desk("2026-03-01")
    let leaves = desk.gateJudge().report(for: .performable).unmetLeaves
    #expect(!leaves.contains { $0.id == "change-class" })
  }

  @Test("say what is missing at a gate once, with who and what")
  func gate() async throws {
    let repository = try LifeRepository()
    try repository.writeDraft(.implementation)
    let outcome = try await repository.step(
      .advance(isUrgent: false), of: Self.draft, on: "2026-05-08")
    guard case .blocked(let report) = outcome else {
      Issue.record("The gate let it pass")
      return
    }
    let research = report.unmetLeaves.filter { $0.id == "research-missing" }
    #expect(research.count == 2)
    #expect(report.unmetLeaves.allSatisfy { $0.command != nil && $0.who == [LifeRepository.mira] })
    let text = GateTree(palette: Palette(isColored: false)).text(report)
    #expect(text.hasPrefix("sample-draft, version 1, cannot go to iteration yet\n"))
    #expect(text.contains("\n\(report.unmetLeaves.count) things are missing.\n"))
  }
}

@Suite("The end of a policy")
struct RetireTests {
  private func repository() throws -> LifeRepository {
    let repository = try LifeRepository()
    try repository.ask("retire: {groups: []}", "retire: {groups: [legal]}")
    return repository
  }

  private let end = StepJob.Request.retire(on: CalendarDate("2026-07-01"), replacedBy: nil)
  private let again = StepJob.Request.retire(on: nil, replacedBy: nil)

  @Test("is written down first, then signed, then taken without saying it all again")
  func signed() async throws {
    let repository = try repository()
    let id = LifeRepository.policy
    let plan = try await repository.take(end, reason: "The terms say it.", on: "2026-06-01")
    #expect(plan.summary == "\(id) now says that it ends on 1 July 2026")
    #expect(
      plan.next == "Legal signs that with `bylaw sign \(id) --as legal --for retire --approve`.\n"
        + "`bylaw build --preview \(id)` makes a page for them.\n"
        + "Then `bylaw retire \(id)` takes the step.")
    let job = try SignJob(
      desk: try await repository.desk("2026-06-02"), group: "legal", verdict: .approve,
      purpose: .retire, text: "", reviewer: LifeRepository.ana)
    let shown = SignReport(palette: Palette(isColored: false)).text(job)
    #expect(shown.contains("{+1 July 2026+}"))
    #expect(shown.contains("{+The terms say it.+}"))
    try await repository.write(job, by: LifeRepository.ana)
    try repository.commit("a record", by: LifeRepository.ana, on: "2026-06-02")
    let step = try await repository.take(again, on: "2026-06-03")
    #expect(step.summary == "\(id) ends on 1 July 2026")
    let text = try repository.text(SoundSample.policyPath)
    #expect(text.contains("stage: retired\n"))
    #expect(
      text.contains(
        "{stage: retired, on: 2026-06-03, by: mira@example.com, reason: The terms say it.}"))
  }

  @Test("is refused before the signature, with the command that gives it")
  func unsigned() async throws {
    let repository = try repository()
    _ = try await repository.take(end, reason: "The terms say it.", on: "2026-06-01")
    guard case .blocked(let report) = try await repository.step(again, on: "2026-06-02") else {
      Issue.record("It ended without a signature")
      return
    }
    let leaf = try #require(report.unmetLeaves.first)
    #expect(
      leaf.command == "bylaw sign \(LifeRepository.policy) --as legal --for retire --approve")
    #expect(leaf.who == [LifeRepository.ana, LifeRepository.ben])
    let text = GateTree(palette: Palette(isColored: false)).text(report)
    #expect(text.hasPrefix("\(LifeRepository.policy), version 1, cannot be retired yet\n"))
  }

  @Test("cannot lie in the past")
  func past() async throws {
    let repository = try repository()
    let refused = try await refusal {
      try await repository.step(end, reason: "The terms say it.", on: "2026-07-02")
    }
    #expect(
      refused
        == Refused(
          "1 July 2026 has passed, so \(LifeRepository.policy) cannot end then",
          "Give today or a later day with --on."))
  }

  @Test("leads readers on to a policy that exists")
  func replacement() async throws {
    let repository = try repository()
    try repository.writeDraft(.research)
    func replaced(by id: String) async throws -> Refused? {
      try await refusal {
        try await repository.step(
          .retire(on: nil, replacedBy: id), reason: "Merged.", on: "2026-06-01")
      }
    }
    #expect(try await replaced(by: LifeRepository.draft) == nil)
    #expect(
      try await replaced(by: "sample-darft")
        == Refused(
          "There is no policy `sample-darft` that could replace \(LifeRepository.policy)",
          "Did you mean `sample-draft`?"))
    #expect(
      try await replaced(by: LifeRepository.policy)
        == Refused("\(LifeRepository.policy) cannot replace itself", "Leave --replaced-by out."))
  }

  @Test("needs nobody for a policy that was never released, and nothing follows it")
  func draft() async throws {
    let repository = try repository()
    try repository.writeDraft(.research)
    let id = LifeRepository.draft
    _ = try await repository.take(again, of: id, reason: "Nobody wants it.", on: "2026-05-08")
    #expect(try repository.text(LifeRepository.draftPath).contains("stage: retired\n"))
    let refused = try await refusal {
      try await repository.step(.sendBack, of: id, reason: "Back.", on: "2026-05-09")
    }
    #expect(
      refused
        == Refused(
          "sample-draft is retired, and nothing follows that",
          "Begin another policy with `bylaw new`."))
  }
}
