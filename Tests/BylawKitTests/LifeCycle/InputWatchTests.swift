import Foundation
import PolicyRules
import Testing

@testable import BylawKit

@Suite("A preview notices")
struct InputWatchTests {
  private func watch(_ root: String) async throws -> InputWatch {
    try await PreviewJob(start: root, today: try LifeRepository.day("2026-06-01")).build().watch
  }

  @Test("that HEAD is another commit, and nothing else of git", arguments: [false, true])
  func moved(isLinked: Bool) async throws {
    let repository = try LifeRepository()
    var root = repository.root
    var place: [String] = []
    if isLinked {
      try repository.git("worktree", "add", "--quiet", "-b", "side", "../linked")
      root = repository.folder.path("linked")
      place = ["-C", root]
    }
    let watch = try await watch(root)
    let first = try #require(watch.stamp())
    try repository.git(place + ["tag", "a-tag"])
    #expect(watch.stamp() == first)
    try repository.git(place + ["commit", "--quiet", "--allow-empty", "--message", "a commit"])
    let second = try #require(watch.stamp())
    #expect(second != first)
    try repository.git(place + ["reset", "--quiet", "--soft", "HEAD~1"])
    #expect(watch.stamp() == first)
    try repository.git(place + ["pack-refs", "--all"])
    let packed = try #require(watch.stamp())
    try repository.git(place + ["commit", "--quiet", "--allow-empty", "--message", "another"])
    let third = try #require(watch.stamp())
    #expect(third != packed)
    try repository.git(place + ["checkout", "--quiet", "--detach"])
    #expect(watch.stamp() != third)
  }

  @Test("that there is a repository where there was none")
  func born() async throws {
    let repository = try LifeRepository()
    let git = repository.root + "/.git"
    try FileManager.default.moveItem(atPath: git, toPath: repository.folder.path("kept"))
    let watch = try await watch(repository.root)
    let first = try #require(watch.stamp())
    try FileManager.default.moveItem(atPath: repository.folder.path("kept"), toPath: git)
    #expect(watch.stamp() != first)
  }
}
