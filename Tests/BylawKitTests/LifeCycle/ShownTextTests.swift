import PolicyHistory
import PolicyModel
import Testing

@testable import BylawKit

@Suite("What show and list say of the life cycle")
struct ShownTextTests {
  private func asOf(
    _ day: String, _ repository: LifeRepository
  ) async throws -> (policy: Policy, words: String) {
    try await ShownText.inForce(
      LifeRepository.policy, on: try LifeRepository.day(day), in: try repository.load(),
      today: try LifeRepository.day("2026-06-01"))
  }

  @Test("shows the approved words of a day, with version, interval and commit")
  func inForce() async throws {
    let repository = try LifeRepository()
    let first = try repository.git("rev-parse", "HEAD").prefix(12)
    try repository.edit("synonyms: [spam,", "synonyms: [flyers,")
    try repository.commit("amend", on: "2026-04-01")
    let shown = try await asOf("2026-03-01", repository)
    #expect(shown.policy.facts.synonyms.first?.value == "spam")
    #expect(
      shown.words
        == "Version 1, in force from 16 February 2026. Its words landed on 12 January 2026, "
        + "commit \(first).")
    #expect(try await asOf("2026-04-01", repository).policy.facts.synonyms.first?.value == "flyers")
  }

  @Test("names the landing of the words, whatever else landed since")
  func sameWords() async throws {
    let repository = try LifeRepository()
    let first = try repository.git("rev-parse", "HEAD").prefix(12)
    try repository.edit(
      "\nstage: ",
      "\nrounds: [{round: 1, version: 1, opened: 2026-03-01, closed: 2026-03-01, "
        + "outcome: withdrawn, scopes: [article], groups: [legal], authors: []}]\nstage: ")
    try repository.commit("bookkeeping", on: "2026-03-01")
    #expect(try await asOf("2026-04-01", repository).words.hasSuffix("commit \(first)."))
  }

  @Test("says why there is nothing to show")
  func nothing() async throws {
    let repository = try LifeRepository()
    await #expect { try await asOf("2026-02-01", repository) } throws: { error in
      (error as? LoadError)?.help == "Version 1 binds from 16 February 2026."
    }
    await #expect { try await asOf("2025-02-01", repository) } throws: { error in
      (error as? LoadError)?.message.contains("There was no policy") == true
    }
  }

  @Test("says at the head of a text that it is not what is in force")
  func note() async throws {
    let repository = try LifeRepository()
    func note(_ day: String) async throws -> String? {
      let today = try LifeRepository.day(day)
      return try await ShownText.note(
        on: LifeRepository.policy,
        checked: await CheckedWorkspace.load(try repository.load(), today: today), today: today)
    }
    #expect(try await note("2026-06-01") == nil)
    #expect(try await note("2026-02-01")?.contains("binds from 16 February 2026") == true)
    try repository.edit("Advertise only where", "Advertise solely where")
    #expect(try await note("2026-06-01")?.contains("In force is version 1") == true)
  }

  @Test("lists for whom an open round waits, and shows no such column without one")
  func list() async throws {
    let repository = try LifeRepository()
    let today = try LifeRepository.day("2026-03-03")
    func rows() async throws -> (text: String, row: ListJob.Row?) {
      let checked = await CheckedWorkspace.load(try repository.load(), today: today)
      var job = ListJob(checked: checked, today: today)
      job.state = await PortfolioState.load(checked, today: today)
      return (ListReport.text(job.rows()), job.rows().first)
    }
    #expect(try await rows().text.contains("WAITING FOR") == false)
    try repository.write("bylaw.yml", LifeRepository.settings(article: "[legal]"))
    try repository.commit("ask legal", on: "2026-03-01")
    try repository.edit("synonyms: [spam,", "synonyms: [spam, flyers,")
    try await repository.openRound(on: "2026-03-02")
    let waiting = try await rows()
    #expect(waiting.row?.waitingFor == ["legal"])
    #expect(waiting.text.contains("ROUND  WAITING FOR"))
    try await repository.sign(.approve, as: LifeRepository.ben, on: "2026-03-03")
    #expect(try await rows().row?.waitingFor == [])
  }
}
