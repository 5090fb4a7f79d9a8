import PolicyModel
import PolicyProjection
import Testing

@testable import BylawKit

@Suite("The difference of two texts")
struct DiffTests {
  @Test(
    "takes a number for a version, a date for a day, and the rest for a revision",
    arguments: [
      ("1", TextName.version(1)), ("v12", .version(12)), ("HEAD", .revision("HEAD")),
      ("12345", .revision("12345")), ("v", .revision("v")),
      ("refs/tags/v1", .revision("refs/tags/v1")),
    ])
  func names(text: String, name: TextName) throws {
    #expect(TextName(text) == name)
    #expect(TextName("2026-03-12") == .day(try LifeRepository.day("2026-03-12")))
  }

  private func diff(
    _ repository: LifeRepository, _ from: TextName = .approved, _ to: TextName = .working
  ) async throws -> DiffJob {
    try await DiffJob(
      LifeRepository.policy, from: from, to: to, in: try repository.load(),
      today: try LifeRepository.day("2026-06-01"))
  }

  @Test("compares what is in force with the working tree, rule by rule")
  func working() async throws {
    let repository = try LifeRepository()
    #expect(try await diff(repository).redline.isEmpty)
    try repository.edit("Advertise only where", "Advertise solely where")
    let job = try await diff(repository)
    #expect(job.from.label == "version 1, in force")
    #expect(job.redline.scopes == [.policy])
    let text = DiffReport.text(job, palette: Palette(isColored: false))
    #expect(text.contains("[-only-]{+solely+}"))
    #expect(DiffReport.markdown(job).contains("~~only~~ **solely**"))
    #expect(DiffReport.json(job).contains("\"label\" : \"the working tree\""))
  }

  @Test("finds texts by version, day and revision")
  func texts() async throws {
    let repository = try LifeRepository()
    try repository.edit("synonyms: [spam,", "synonyms: [spam, flyers,")
    try repository.commit("amend", on: "2026-04-01")
    try repository.git("tag", "amended")
    try repository.edit("Advertise only where", "Advertise solely where")
    let day = TextName.day(try LifeRepository.day("2026-03-01"))
    #expect(try await diff(repository, day, .version(1)).redline.scopes == [.article])
    #expect(
      try await diff(repository, .revision("HEAD~1"), .revision("amended")).redline.scopes
        == [.article])
    #expect(try await diff(repository, .revision("amended"), .version(1)).redline.isEmpty)
    #expect(try await diff(repository, .version(1)).redline.scopes == [.policy])
  }

  @Test("refuses what does not exist")
  func missing() async throws {
    let repository = try LifeRepository()
    let early = try LifeRepository.day("2026-02-01")
    for name in [TextName.version(2), .day(early)] {
      await #expect(throws: LoadError.self) { try await diff(repository, name) }
    }
  }

  @Test("does not tell what will be in force on a day ahead")
  func ahead() async throws {
    let repository = try LifeRepository()
    let error = await #expect(throws: LoadError.self) {
      try await DiffJob(
        LifeRepository.policy, from: TextName("2026-06-02"), to: .working,
        in: try repository.load(), today: try LifeRepository.day("2026-06-01"))
    }
    #expect(error?.message.hasPrefix("2 June 2026 lies ahead") == true)
  }
}
