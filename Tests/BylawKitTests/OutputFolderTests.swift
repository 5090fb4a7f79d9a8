import CommonMark
import Foundation
import PolicyModel
import PolicyReading
import PolicyRules
import PolicySite
import Testing

@testable import BylawKit

@Suite struct `The output folder` {
  private static func message(_ folder: TemporaryFolder, _ output: String) -> String? {
    do throws(OutputError) {
      try OutputFolder(folder.path(output), workspace: folder.path).discard()
      return nil
    } catch {
      return error.message
    }
  }

  @Test(
    arguments: [
      "", "..", "../..", "../../../../../../../../..", "policies", "policies/build", "site",
      "site/a/b",
    ])
  func `is never the workspace, what holds it, or its sources`(output: String) throws {
    let folder = try TemporaryFolder.workspace()
    let path = FileSystem.absolute(output, from: folder.path)
    let before = try folder.files("")
    #expect(throws: OutputError.self) { try OutputFolder(path, workspace: folder.path) }
    #expect(try folder.files("") == before)
  }

  @Test(arguments: ["link", "link/deep", "outside/policies", "outside/site/x", "outside"])
  func `is none of them through a link either`(output: String) throws {
    let folder = try TemporaryFolder.workspace()
    let elsewhere = try TemporaryFolder()
    try folder.makeFolder("site")
    try elsewhere.link("link", to: folder.path("policies"))
    try elsewhere.link("outside", to: folder.path)
    let before = try folder.files("")
    #expect(throws: OutputError.self) {
      try OutputFolder(elsewhere.path(output), workspace: folder.path)
    }
    #expect(throws: OutputError.self) {
      try OutputFolder(folder.path("policies"), workspace: elsewhere.path("outside"))
    }
    #expect(try folder.files("") == before)
    #expect(try elsewhere.names() == ["link", "outside"])
  }

  @Test func `is made with the folders above it`() async throws {
    let folder = try TemporaryFolder.workspace()
    _ = try await folder.build(into: folder.path("out/of/sight"))
    #expect(folder.exists("out/of/sight/help/index.html"))
  }

  @Test(arguments: ["notes.txt", ".git/config", ".env", "a/b/c"])
  func `is never one that somebody else filled, hidden files included`(name: String) throws {
    let folder = try TemporaryFolder.workspace()
    try folder.write("out/\(name)", "mine")
    #expect(Self.message(folder, "out")?.contains("not made by bylaw") == true)
    #expect(try folder.text("out/\(name)") == "mine")
  }

  @Test func `is never a file, nor a link`() throws {
    let folder = try TemporaryFolder.workspace()
    try folder.write("out", "mine")
    try folder.makeFolder("elsewhere")
    try folder.link("link", to: folder.path("elsewhere"))
    try folder.link("loop", to: folder.path("loop"))
    for output in ["out", "link", "loop"] {
      #expect(Self.message(folder, output)?.contains("not a folder") == true, "\(output)")
    }
    #expect(try folder.text("out") == "mine")
  }

  @Test func `is written by one build at a time`() throws {
    let folder = try TemporaryFolder.workspace()
    let first = try OutputFolder(folder.path("build"), workspace: folder.path)
    #expect(Self.message(folder, "build")?.contains("Another build") == true)
    #expect(folder.exists(String(first.staging.dropFirst(folder.path.count + 1))))
    first.discard()
    #expect(Self.message(folder, "build") == nil)
  }

  @Test func `is rid of what an interrupted build left beside it, and of nothing else`() throws {
    let folder = try TemporaryFolder.workspace()
    try folder.write(".build.bylaw-999999/help/index.html", "half")
    try folder.write(".build.bylaw-999999.old/help/index.html", "aside")
    try folder.write(".build.bylaw-notes/a", "mine")
    try folder.write(".other.bylaw-1/a", "mine")
    #expect(Self.message(folder, "build") == nil)
    #expect(!folder.exists(".build.bylaw-999999"))
    #expect(!folder.exists(".build.bylaw-999999.old"))
    #expect(folder.exists(".build.bylaw-notes/a"))
    #expect(folder.exists(".other.bylaw-1/a"))
  }

  @Test func `is swept without following links`() async throws {
    let folder = try TemporaryFolder.workspace()
    let elsewhere = try TemporaryFolder()
    try elsewhere.write("precious/a.txt", "mine")
    try folder.link(".build.bylaw-1", to: elsewhere.path)
    try folder.makeFolder(".build.bylaw-2")
    try folder.link(".build.bylaw-2/x", to: elsewhere.path)
    _ = try await folder.build()
    #expect(try elsewhere.text("precious/a.txt") == "mine")
    #expect(!folder.exists(".build.bylaw-2"))
  }

  @Test func `leaves nothing but the site and its lock behind`() async throws {
    let folder = try TemporaryFolder.workspace()
    _ = try await folder.build()
    try folder.write("policies/readme.md", "changed")
    _ = try await folder.build()
    #expect(
      try folder.names().filter { $0.contains("build") } == [".build.bylaw-lock", "build"])
    #expect(try folder.names("build") == [".bylaw", "emails", "help", "moderators"])
  }

  @Test func `that is replaced keeps no page of before`() async throws {
    let folder = try TemporaryFolder.workspace()
    _ = try await folder.build()
    #expect(folder.exists("build/help/unwanted-advertising/index.html"))
    try FileManager.default.removeItem(atPath: folder.path(SoundSample.policyPath))
    _ = try await folder.build()
    #expect(folder.exists("build/help/index.html"))
    #expect(!folder.exists("build/help/unwanted-advertising"))
  }
}

@Suite struct `A build that fails` {
  @Test func `because a template is wrong leaves the old site as it was`() async throws {
    let folder = try TemporaryFolder.workspace()
    _ = try await folder.build()
    let before = try folder.files("build")
    try folder.write("site/templates/help-home.mustache", "{{{title}}}")
    guard case .refused(_, .theme) = try await folder.build() else {
      Issue.record("it was built")
      return
    }
    #expect(try folder.files("build") == before)
    #expect(try folder.names().filter { $0.hasPrefix(".build") } == [".build.bylaw-lock"])
  }

  @Test(
    arguments: [
      "Most people who advertise are new and have not read the rule.", "Ask bob@example.com first.",
    ])
  func `because something internal would leak leaves the old site as it was`(
    words: String
  ) async throws {
    let folder = try TemporaryFolder.workspace()
    try folder.write(
      "bylaw.yml",
      SoundSample.settings.replacing(
        "people:\n", with: "people:\n  bob@example.com: {name: Bob}\n"))
    _ = try await folder.build()
    let before = try folder.files("build")
    try folder.write("site/pages/actions.md", "---\ntitle: Actions\n---\n\n\(words)\n")
    guard case .built(let result, _) = try await folder.build() else {
      Issue.record("the build thought that nothing had changed")
      return
    }
    #expect(!result.leaks.isEmpty)
    #expect(try folder.files("build") == before)
    #expect(try folder.names().filter { $0.hasPrefix(".build") } == [".build.bylaw-lock"])
    // It is looked at again each time.
    guard case .built = try await folder.build() else {
      Issue.record("the leak was forgotten")
      return
    }
  }
}
