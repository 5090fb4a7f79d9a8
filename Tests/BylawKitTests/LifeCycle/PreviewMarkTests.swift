import PolicyModel
import PolicyRules
import PolicySite
import Testing

@testable import BylawKit

@Suite("A preview of the working tree")
struct PreviewMarkTests {
  private func page(_ path: String, _ repository: LifeRepository) async throws -> String {
    let job = PreviewJob(start: repository.root, today: try LifeRepository.day("2026-06-01"))
    let site = try await job.build().files[.help]
    return String(decoding: try #require(site?[path]), as: UTF8.self)
  }

  @Test("shows words in force as readers get them")
  func inForce() async throws {
    let page = try await page("unwanted-advertising/index.html", try LifeRepository())
    #expect(!page.contains("Not approved"))
    #expect(!page.contains("Readers do not get"))
  }

  @Test("marks words that nobody has approved, with the version that is in force")
  func edited() async throws {
    let repository = try LifeRepository()
    try repository.edit("Advertise only where", "Advertise solely where")
    let page = try await page("unwanted-advertising/index.html", repository)
    #expect(page.contains("Advertise solely where"))
    #expect(
      page.contains(
        "<strong>Not approved.</strong> Readers do not get these words. In force is version 1,"))
    let letters = try await self.page("a-z/index.html", repository)
    #expect(letters.contains("Unwanted advertising</a> <span class=\"tag\">Not approved</span>"))
  }

  @Test("shows a draft, which no build does, and says its stage")
  func draft() async throws {
    let repository = try LifeRepository()
    try repository.write("policies/other.md", SoundSample.neighbour)
    try repository.commit("a draft", on: "2026-05-04")
    let page = try await page("sample-draft/index.html", repository)
    #expect(page.contains("<strong>Draft in research.</strong> Readers do not get this page."))
    let letters = try await self.page("a-z/index.html", repository)
    #expect(
      letters.contains(
        "Paid recommendations</a> <span class=\"tag\">Draft in research</span>"))
  }
}
