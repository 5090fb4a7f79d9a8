import Foundation
import PolicyRules
import PolicySite
import TestSupport
import Testing

@testable import BylawKit

@Suite struct `A build that is killed while it changes single files` {
  @Test(arguments: 0..<8)
  func `is carried to its end by the next one, whatever that one does`(seed: Int) async throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let folder = try await Self.halfDone(&random)
    try OutputFolder.finishInterrupted(folder.path("build"))
    #expect(try folder.files("build") == folder.files("whole"))
    #expect(!folder.exists(".build.bylaw-journal"))
    // Nothing was remembered of it, so all is looked at again.
    #expect(try #require(try await folder.build("build")).changes == .init())
    #expect(try folder.files("build") == folder.files("whole"))
  }

  @Test func `is carried on where the next one finds nothing that it can build`() async throws {
    var random = SeededGenerator(seed: 99)
    let folder = try await Self.halfDone(&random)
    try folder.write(SoundSample.commonPath, "---\nid: [\n---\n")
    #expect(try await folder.build("build") == nil)
    #expect(try folder.files("build") == folder.files("whole"))
    #expect(!folder.exists(".build.bylaw-journal"))
  }

  @Test func `was nothing where it had not begun to change them`() async throws {
    let folder = try ManyPolicies()
    _ = try await folder.build("build")
    let before = try folder.files("build")
    try folder.write(".build.bylaw-424242/help/policy-1/index.html", "half")
    _ = try await folder.build("build", today: SoundSample.today)
    try folder.replace("policy-2", "People come here", "Many people come here")
    _ = try await folder.build("build")
    #expect(!folder.exists(".build.bylaw-424242"))
    #expect(
      try folder.files("build")["help/policy-1/index.html"] == before["help/policy-1/index.html"])
  }

  @Test func `touches nothing in a folder that is not its own any more`() async throws {
    var random = SeededGenerator(seed: 7)
    let folder = try await Self.halfDone(&random)
    try FileManager.default.removeItem(atPath: folder.path("build"))
    try folder.write("build/notes.txt", "mine")
    try OutputFolder.finishInterrupted(folder.path("build"))
    #expect(try folder.names("build") == ["notes.txt"])
    #expect(!folder.exists(".build.bylaw-journal"))
  }

  /// A workspace whose output was changed to some part: what it should be stands in `whole`.
  private static func halfDone(_ random: inout SeededGenerator) async throws -> ManyPolicies {
    let folder = try ManyPolicies()
    _ = try await folder.build("build")
    try folder.replace("policy-3", "title: Policy 3", "title: Another name")
    try FileManager.default.removeItem(atPath: folder.path("policies/policy-8.md"))
    _ = try await folder.build("whole")
    let (old, new) = (try folder.files("build"), try folder.files("whole"))
    let changed = new.keys.filter { new[$0] != old[$0] }.sorted()
    let gone = old.keys.filter { new[$0] == nil }.sorted()
    for name in changed {
      try folder.write(
        ".build.bylaw-1/\(name)", String(decoding: new[name] ?? Data(), as: UTF8.self))
    }
    try OutputJournal(of: folder.path("build")).begin(folder.path(".build.bylaw-1"), gone: gone)
    try folder.write(".build.bylaw-lock", "")
    let done = Int.random(in: 0...changed.count, using: &random)
    for name in changed.shuffled(using: &random).prefix(done) {
      let target = URL(filePath: folder.path("build/\(name)"))
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try new[name]?.write(to: target)
      try FileManager.default.removeItem(atPath: folder.path(".build.bylaw-journal/\(name)"))
    }
    if done == changed.count, let name = gone.randomElement(using: &random) {
      try FileManager.default.removeItem(atPath: folder.path("build/\(name)"))
    }
    return folder
  }
}
