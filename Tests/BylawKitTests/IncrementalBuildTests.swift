import CommonMark
import Foundation
import PolicyModel
import PolicyProjection
import PolicyReading
import PolicyModel
import PolicyRules
import PolicySite
import TestSupport
import Testing

@testable import BylawKit

@Suite struct `A build over an earlier one` {
  @Test(arguments: 0..<4)
  func `gives the bytes of a build from nothing, whatever was edited`(seed: Int) async throws {
    let folder = try ManyPolicies()
    var random = SeededGenerator(seed: UInt64(seed))
    _ = try await folder.build("build")
    for step in 0..<9 {
      let edit = try folder.edit(&random)
      let built = try await folder.build("build")
      let whole = try await folder.build("whole-\(step)")
      #expect(try folder.files("build") == folder.files("whole-\(step)"), "\(edit)")
      #expect(built?.pageCount == whole?.pageCount, "\(edit)")
      #expect(built?.fileCount == whole?.fileCount, "\(edit)")
      #expect(built?.validUntil?.reason == whole?.validUntil?.reason, "\(edit)")
    }
  }

  @Test func `writes the files of the one policy that changed, and leaves the others alone`()
    async throws
  {
    let folder = try ManyPolicies()
    _ = try await folder.build("build")
    let before = try folder.inodes("build")
    try folder.replace("policy-3", "People come here", "Many people come here")
    let result = try #require(try await folder.build("build"))
    let after = try folder.inodes("build")
    let written = after.filter { before[$0.key] != $0.value }.map(\.key)
    #expect(written.contains("help/policy-3/index.html"))
    let others = written.filter { name in
      (0..<ManyPolicies.count).contains { $0 != 3 && name.contains("/policy-\($0)/") }
    }
    #expect(others == [])
    #expect(result.changes?.changed == written.count { before[$0] != nil })
    #expect(result.changes?.new == written.count { before[$0] == nil })
    #expect(result.changes?.gone == before.keys.count { after[$0] == nil })
    // What was kept once is kept again.
    try folder.replace("policy-5", "People come here", "Many people come here")
    _ = try await folder.build("build")
    let last = try folder.inodes("build")
    let changed = last.filter { after[$0.key] != $0.value }.map(\.key)
    #expect(changed.contains("help/policy-5/index.html"))
    #expect(!changed.contains { $0.contains("/policy-3/") || $0.contains("/policy-7/") })
  }

  @Test func `makes everything anew where somebody touched a page during the build before`()
    async throws
  {
    let folder = try ManyPolicies()
    _ = try await folder.build("build")
    let text = try folder.text(".build.bylaw-lock")
    let memory = try #require(BuildMemory(text: text.split(separator: "\n", maxSplits: 1)[1]))
    try folder.write("build/help/policy-7/index.html", "mine")
    let kept: Set<String> = ["policy-7"]
    let output = folder.path("build")
    let again = try #require(await memory.stamped(in: output, keeping: kept))
    #expect(again.policies == memory.policies)
    #expect(await memory.stamped(in: output)?.policies != memory.policies)
  }

  @Test func `makes the pages anew that speak of the one that changed`() async throws {
    let folder = try ManyPolicies()
    try folder.replace("policy-5", "related: []", "related: [policy-3]")
    _ = try await folder.build("build")
    try folder.replace("policy-3", "title: Policy 3", "title: Another name")
    _ = try await folder.build("build")
    #expect(try folder.text("build/help/policy-5/index.html").contains("Another name"))
    try FileManager.default.removeItem(atPath: folder.path("policies/policy-3.md"))
    _ = try await folder.build("build")
    #expect(!folder.exists("build/help/policy-3"))
    #expect(try !folder.text("build/help/policy-5/index.html").contains("Another name"))
  }

  @Test
  func `makes everything anew where somebody touched a page, and takes out what is not its own`()
    async throws
  {
    let folder = try ManyPolicies()
    _ = try await folder.build("build")
    for spoil in ["help/policy-7/index.html", "help/stale.html", "help/policy-7/stale.html"] {
      try folder.write("build/\(spoil)", "mine")
      try folder.replace("policy-3", "People come here", "People come here again")
      _ = try await folder.build("build")
      _ = try await folder.build("whole")
      #expect(try folder.files("build") == folder.files("whole"), "\(spoil)")
    }
    try FileManager.default.removeItem(atPath: folder.path("build/help/policy-7/index.html"))
    try folder.replace("policy-3", "People come here", "People come here again")
    _ = try await folder.build("build")
    #expect(folder.exists("build/help/policy-7/index.html"))
  }

  /// A field that is not among these is not in `PageSources` yet, and pages would not follow it.
  @Test func `knows every field from which pages are made`() async throws {
    func fields(_ value: Any) -> [String] { Mirror(reflecting: value).children.compactMap(\.label) }
    let day = SoundSample.today
    let file = SourceFile(path: "policies/a.md", text: SourceText(SoundSample.policy))
    let policy = try #require(PolicyReader(headings: HeadingTable(headings: [:])).read(file).policy)
    let version = Publication.Version(number: 1, policy: policy, from: day, until: nil, amended: [])
    let entry = Publication.Entry(policy: policy, isUpcoming: false, versions: [version])
    let publication = Publication(
      workspace: try ManyPolicies().folder.load().settings, entries: [entry], common: nil,
      today: day)
    #expect(
      fields(entry) == ["policy", "isUpcoming", "versions", "retired", "mark", "translations"])
    #expect(fields(version) == ["number", "policy", "from", "until", "amended", "amendedInside"])
    #expect(
      fields(publication) == ["workspace", "entries", "common", "commonTranslations", "today"])
    let job = BuildJob(checked: try await ManyPolicies().folder.checked(), publication: publication)
    #expect(
      fields(job) == ["checked", "publication", "sites", "isPortable", "draft", "roundPack"])
  }

  @Test(arguments: ["", "x", "bylaw-memory/1", "half"])
  func `makes everything anew where its memory is damaged`(damage: String) async throws {
    let folder = try ManyPolicies()
    _ = try await folder.build("build")
    let memory = try folder.text(".build.bylaw-lock")
    let half = String(memory.prefix(memory.count / 2))
    try folder.write(".build.bylaw-lock", damage == "half" ? half : damage)
    try folder.replace("policy-3", "People come here", "Many people come here")
    _ = try await folder.build("build")
    _ = try await folder.build("whole")
    #expect(try folder.files("build") == folder.files("whole"))
  }

  /// The words stand in a template, so that every page has them.
  private static let words = "The quick brown lantern jumps over seven lazy gardens."

  @Test func `finds on pages that it keeps what has become internal since`() async throws {
    let folder = try ManyPolicies()
    try folder.write("site/templates/footer.mustache", "<p>\(Self.words)</p>\n</body>\n</html>\n")
    _ = try await folder.build("build")
    let before = try folder.files("build")
    try folder.replace("policy-4", "Most people who advertise", "\(Self.words) Most people")
    let result = try #require(try await folder.build("build"))
    #expect(result.leaks.count > ManyPolicies.count)
    #expect(try folder.files("build") == before)
    #expect(try Set(result.leaks) == Set(#require(try await folder.build("whole")).leaks))
  }

  @Test func `finds on pages that it keeps what is no longer public elsewhere`() async throws {
    let folder = try ManyPolicies()
    try folder.write("site/templates/footer.mustache", "<p>\(Self.words)</p>\n</body>\n</html>\n")
    try folder.replace("policy-4", "Most people who advertise", "\(Self.words) Most people")
    try folder.replace("policy-2", "People come here", "\(Self.words) People come here")
    #expect(try #require(try await folder.build("build")).leaks.isEmpty)
    try folder.replace("policy-7", "People come here", "Many people come here")
    #expect(try #require(try await folder.build("build")).leaks.isEmpty)
    try folder.replace("policy-2", "\(Self.words) People come here", "People come here")
    let result = try #require(try await folder.build("build"))
    #expect(result.leaks.count > ManyPolicies.count)
    #expect(try Set(result.leaks) == Set(#require(try await folder.build("whole")).leaks))
  }

  @Test func `remembers nothing that reads back as something else`() async throws {
    let folder = try ManyPolicies()
    _ = try await folder.build("build")
    let text = try folder.text(".build.bylaw-lock")
    let lines = text.split(separator: "\n", maxSplits: 1)
    let memory = try #require(BuildMemory(text: lines[1]))
    #expect(memory.text == lines[1])
    #expect(memory.policies.count == ManyPolicies.count)
    #expect(try memory.fileCount == folder.files("build").count - 1)
  }
}
