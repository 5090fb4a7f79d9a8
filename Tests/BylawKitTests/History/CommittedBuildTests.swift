import Foundation
import PolicyModel
import PolicyRules
import PolicySite
import Testing

@testable import BylawKit

@Suite("A build of what is committed")
struct CommittedBuildTests {
  /// A released policy, built into `build`.
  private func released() async throws -> LifeRepository {
    let repository = try LifeRepository()
    _ = try await build(repository, "build")
    return repository
  }

  private func build(_ repository: LifeRepository, _ name: String) async throws -> [String: Data] {
    let outcome = try await WriteJob(
      folder: try repository.load(), today: try LifeRepository.day("2026-06-01"),
      sites: [.help, .moderators, .emails], isPortable: false,
      output: repository.folder.path(name)
    ).run()
    guard case .built(let result, _) = outcome else { throw OutputError("Nothing was built") }
    #expect(result.leaks.isEmpty)
    return try repository.folder.files(name)
  }

  @Test("over an earlier one gives the bytes of a build from nothing")
  func overEarlier() async throws {
    let repository = try await released()
    try repository.edit("say that it is yours. Otherwise", "say whose it is. Otherwise")
    try repository.commit("a clearer answer", on: "2026-05-20")
    let kept = try await build(repository, "build")
    try FileManager.default.removeItem(atPath: repository.folder.path("work/.git/bylaw"))
    #expect(try await build(repository, "whole") == kept)
  }

  @Test("shows the commit, whatever was read in the working tree")
  func uncommitted() async throws {
    let repository = try await released()
    let before = try await build(repository, "before")
    try repository.edit("say that it is yours. Otherwise", "say whose it is. Otherwise")
    #expect(try await build(repository, "build") == before)
  }

  @Test("without git publishes nothing that needs a signature")
  func unversioned() async throws {
    let repository = try LifeRepository()
    let page = "help/\(LifeRepository.policy)/index.html"
    try FileManager.default.removeItem(atPath: repository.folder.path("work/.git"))
    #expect(try await build(repository, "nobody").keys.contains(page))
    try repository.write("bylaw.yml", LifeRepository.settings(article: "[legal]"))
    #expect(try await !build(repository, "asked").keys.contains(page))
  }
}
