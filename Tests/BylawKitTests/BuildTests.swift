import CommonMark
import Foundation
import PolicyModel
import PolicyReading
import PolicyRules
import PolicySite
import Testing

@testable import BylawKit

@Suite struct `A new workspace` {
  @Test func `passes check and builds at once`() async throws {
    let folder = try TemporaryFolder()
    let today = SoundSample.today
    let made = try InitJob(folder: folder.path("My Rules!"), today: today).run()
    #expect(made.count == 7)
    let root = try WorkspaceFolder.find(from: folder.path("My Rules!"))
    #expect(root.settings.id == "my-rules")
    let result = await CheckJob(folder: root, today: today).run()
    #expect(result.findings.map(\.headline) == [])
    #expect(result.fileCount == 2)
    let outcome = try await WriteJob(
      folder: root, today: today, sites: [.help, .moderators, .emails], isPortable: true,
      output: nil
    ).run()
    guard case .built(let built, _) = outcome else { return #expect(Bool(false)) }
    #expect(built.policyCount == 1)
    #expect(built.leaks.isEmpty)
    #expect(folder.exists("My Rules!/build/help/unwanted-advertising/index.html"))
    #expect(try built.fileCount == folder.files("My Rules!/build").count - 1)
  }

  @Test func `is not made over one that there is, and changes no file`() throws {
    let folder = try TemporaryFolder()
    try folder.write(".gitignore", "mine")
    _ = try InitJob(folder: folder.path, today: SoundSample.today).run()
    #expect(try folder.text(".gitignore") == "mine")
    let before = try folder.files("")
    #expect(throws: OutputError.self) {
      try InitJob(folder: folder.path, today: SoundSample.today).run()
    }
    #expect(try folder.files("") == before)
  }

  @Test(
    arguments: [
      "Fake reviews", "Say \"no\"", "Back\\slash", "yes", "# not a comment", "a: b", "{{x}}", "'",
      "\"\u{301} and \\\u{301}", "Überfälle – 日本 😀", "- item", "*alias",
    ])
  func `takes a new policy of any title without a finding that stops it`(
    title: String
  ) async throws {
    let folder = try TemporaryFolder.workspace()
    let job = NewJob(
      folder: try folder.load(), id: "fake-reviews", title: title, theme: .integrity,
      owner: "mira@example.com", today: SoundSample.today)
    try job.check(against: try await folder.checked())
    try job.run()
    let checked = try await folder.checked()
    #expect(checked.findings.filter { $0.severity >= .warning } == [])
    let policy = checked.files.readings.compactMap(\.policy).first { $0.id == "fake-reviews" }
    #expect(policy?.facts.title?.value.utf8.elementsEqual(title.utf8) == true)
    #expect(throws: OutputError.self) { try job.run() }
    #expect(throws: OutputError.self) { try job.check(against: checked) }
  }

  @Test(arguments: ["", "Fake", "fake--reviews", "-fake", "../x", "common", "actions", "a/b"])
  func `refuses an id that cannot be one`(id: String) async throws {
    let folder = try TemporaryFolder.workspace()
    let job = NewJob(
      folder: try folder.load(), id: id, title: "A title", theme: .integrity,
      owner: "mira@example.com", today: SoundSample.today)
    let checked = try await folder.checked()
    #expect(throws: OutputError.self) { try job.check(against: checked) }
  }
}

@Suite struct `A new policy` {
  @Test func `cannot have the name of a page of the workspace's own`() async throws {
    let folder = try TemporaryFolder.workspace()
    try folder.write("site/pages/promise.md", "# Our promise\n")
    let job = NewJob(
      folder: try folder.load(), id: "promise", title: "A title", theme: .integrity,
      owner: "mira@example.com", today: SoundSample.today)
    let checked = try await folder.checked()
    #expect(throws: OutputError.self) { try job.check(against: checked) }
  }
}

@Suite struct `A build` {
  @Test func `counts what is new, what changed and what is gone`() async throws {
    let folder = try TemporaryFolder.workspace()
    func changes() async throws -> BuildJob.Changes? {
      guard case .built(let result, _) = try await folder.build() else { return nil }
      return result.changes
    }
    let all = try await changes()
    let count = try folder.files("build").count - 1
    #expect(all == .init(new: count, changed: 0, gone: 0))
    try folder.write("policies/README.md", "Notes.")
    #expect(try await changes() == .init())
    try folder.write("site/assets/logo.svg", "<svg/>")
    #expect(try await changes() == .init(new: 3, changed: 0, gone: 0))
    try folder.write("site/assets/logo.svg", "<svg></svg>")
    #expect(try await changes() == .init(new: 0, changed: 3, gone: 0))
    try FileManager.default.removeItem(atPath: folder.path("site"))
    #expect(try await changes() == .init(new: 0, changed: 0, gone: 3))
  }

  @Test func `ends with one line: pages, time and what changed`() async throws {
    let folder = try TemporaryFolder.workspace()
    guard case .built(let result, _) = try await folder.build() else {
      return #expect(Bool(false))
    }
    let pages = try folder.files("build").keys.filter {
      $0.hasSuffix("/index.html") || $0.hasSuffix("/404.html")
    }.count
    func last(_ result: BuildJob.Result) -> String {
      let text = BuildReport.text(
        result, output: "/x/build", sites: Set(SiteKind.allCases), took: .milliseconds(1234))
      return text.split(separator: "\n").last.map(String.init) ?? ""
    }
    let all = "\(pages) pages in /x/build, 1.23 s: \(result.fileCount) files new"
    #expect(last(result) == "Built 1 policy into \(all), 0 changed, 0 gone.")
    var other = result
    other.changes = .init(new: 1, changed: 2, gone: 3)
    #expect(last(other).hasSuffix(" s: 1 file new, 2 changed, 3 gone."))
    other.changes = .init()
    #expect(last(other).hasSuffix(" s: no file changed."))
    guard case .unchanged(let same) = try await folder.build() else {
      return #expect(Bool(false))
    }
    #expect(
      BuildReport.text(unchanged: same, output: "/x/build", took: .milliseconds(5))
        == "\(pages) pages in /x/build, 0.00 s: nothing changed.\n")
  }

  @Test func `of the same files has the same bytes, wherever they lie`() async throws {
    let (one, other) = (try TemporaryFolder.workspace(), try TemporaryFolder.workspace())
    _ = try await one.build()
    try other.makeFolder("some where")
    _ = try await other.build(into: other.path("some where/else"))
    let files = try one.files("build")
    #expect(files.count > 40)
    #expect(try other.files("some where/else") == files)
    for (name, bytes) in files {
      #expect(!String(decoding: bytes, as: UTF8.self).contains(one.path), "\(name)")
    }
  }

  @Test func `of unchanged files does nothing, and of a day later builds again`() async throws {
    let folder = try TemporaryFolder.workspace()
    _ = try await folder.build()
    guard case .unchanged = try await folder.build() else { return #expect(Bool(false)) }
    let tomorrow = SoundSample.today.adding(Period(1, .day))
    guard case .built = try await folder.build(today: tomorrow) else {
      return #expect(Bool(false))
    }
    // A site that somebody removed is built again.
    try FileManager.default.removeItem(atPath: folder.path("build"))
    guard case .built = try await folder.build(today: tomorrow) else {
      return #expect(Bool(false))
    }
  }

  @Test func `makes what is sound, and says what is not`() async throws {
    let folder = try TemporaryFolder.workspace()
    try folder.write(
      "policies/broken.md",
      SoundSample.policy.replacing("id: unwanted-advertising", with: "id: broken")
        .replacing("SAM-", with: "BRO-").replacing("summary:", with: "sumary:"))
    try folder.write("policies/worse.md", "no front-matter")
    for _ in 0..<2 {
      guard case .built(let result, let checked) = try await folder.build() else {
        Issue.record("what has errors is looked at each time")
        return
      }
      #expect(result.policyCount == 1)
      #expect(checked.findings.hasErrors)
      #expect(
        Set(checked.findings.filter { $0.severity == .error }.compactMap(\.location?.path))
          == ["policies/broken.md", "policies/worse.md"])
      #expect(folder.exists("build/help/unwanted-advertising/index.html"))
      #expect(!folder.exists("build/help/broken"))
    }
  }

  @Test func `maps in order, however many there are`() async {
    for count in [0, 1, 2, 31, 32, 33, 63, 64, 65, 1_000, 10_007] {
      let results = await concurrentMap(Array(0..<count)) { $0 * 2 }
      #expect(results == (0..<count).map { $0 * 2 })
    }
  }
}
