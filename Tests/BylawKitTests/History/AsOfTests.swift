import Foundation
import PolicyModel
import PolicyRules
import PolicySite
import Testing

@testable import BylawKit

@Suite("The sites as of a past day")
struct AsOfTests {
  private let page = "help/unwanted-advertising/index.html"
  private let workflow = "moderators/unwanted-advertising/index.html"

  /// In force since February, amended on 20 May; the answer to a question, and the checklist.
  private func amended() async throws -> LifeRepository {
    let repository = try LifeRepository()
    try repository.edit("say that it is yours. Otherwise", "say whose it is. Otherwise")
    try repository.edit("Read the whole conversation", "Read the entire thread")
    try repository.commit("a clearer answer", on: "2026-05-20")
    return repository
  }

  private func build(
    _ repository: LifeRepository, asOf day: String? = nil, today: String = "2026-06-01"
  ) async throws -> (String) throws -> String {
    let output = repository.folder.path("out-\(day ?? "now")-\(today)")
    let outcome = try await WriteJob(
      folder: try repository.load(), today: try LifeRepository.day(today),
      asOf: try day.map { try LifeRepository.day($0) }, sites: [.help, .moderators],
      isPortable: false, output: output
    ).run()
    guard case .built(let result, _) = outcome else { throw OutputError("Nothing was built") }
    #expect(result.leaks.isEmpty)
    return { try String(contentsOfFile: "\(output)/\($0)", encoding: .utf8) }
  }

  @Test("hide what landed later, and show it from its day on")
  func amendment() async throws {
    let repository = try await amended()
    let before = try await build(repository, asOf: "2026-05-19")
    #expect(try before(page).contains("say that it is yours. Otherwise"))
    #expect(try before(workflow).contains("Read the whole conversation"))
    let after = try await build(repository, asOf: "2026-05-20")
    #expect(try after(page).contains("say whose it is. Otherwise"))
    #expect(try after(workflow).contains("Read the entire thread"))
    #expect(try await build(repository)(page) == after(page))
  }

  @Test("hide a policy that had not landed, and one that is not in force")
  func early() async throws {
    let repository = try await amended()
    let before = try await build(repository, asOf: "2026-01-11")
    #expect(throws: (any Error).self) { try before(page) }
    let upcoming = try await build(repository, asOf: "2026-02-15")
    #expect(try upcoming(page).contains("<time datetime=\"2026-02-16\">"))
    #expect(try upcoming(page).contains("say that it is yours. Otherwise"))
  }

  @Test("take a commit that claims a day to come for one of today")
  func ahead() async throws {
    let repository = try LifeRepository()
    try repository.edit("Read the whole conversation", "Read the entire thread")
    try repository.commit("from the future", on: "2026-07-20")
    let seen = try await build(repository, asOf: "2026-06-01")
    #expect(try seen(workflow).contains("Read the entire thread"))
    let yesterday = try await build(repository, asOf: "2026-05-31")
    #expect(try yesterday(workflow).contains("Read the whole conversation"))
  }

  @Test("date an amendment of what the public reads on the help site, and each on the moderators'")
  func dates() async throws {
    let repository = try LifeRepository()
    let before = try await build(repository, today: "2026-04-01")
    try repository.edit("Read the whole conversation", "Read the entire thread")
    try repository.commit("a clearer checklist", on: "2026-05-20")
    let after = try await build(repository)
    #expect(try before(page) == after(page))
    #expect(try !before(workflow).contains("Last amended"))
    #expect(
      try after(workflow).contains(
        "Last amended on <time datetime=\"2026-05-20\">20 May 2026</time>"))
    try repository.edit("say that it is yours. Otherwise", "say whose it is. Otherwise")
    try repository.commit("a clearer answer", on: "2026-05-21")
    #expect(try await build(repository, today: "2026-06-02")(page).contains("Last corrected on"))
  }
}
