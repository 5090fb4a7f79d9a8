import Foundation
import PolicyHistory
import PolicyModel
import PolicySite
import Testing

@testable import BylawKit

@Suite("Where a history is asked")
struct HistoryPlaceTests {
  /// With one landing that skips a milestone.
  private func faulty(objectFormat: String = "sha1") throws -> LandingRepository {
    let repository = try LandingRepository(objectFormat: objectFormat)
    try repository.land(.research, on: "2026-01-05")
    try repository.land(.research.then("implementation", on: "2026-01-06"), on: "2026-01-06")
    return repository
  }

  private func verdicts(in place: String) async throws -> [String] {
    let folder = try WorkspaceFolder.find(from: place)
    let checked = await CheckedWorkspace.load(folder, today: LandingRepository.today)
    return try await HistoryCheckJob(checked: checked, today: LandingRepository.today).run()
      .map(\.verdict)
  }

  private static let fault = ["error stage-skips-milestone"]

  @Test("a repository of SHA-256 is read like any other")
  func sha256() async throws {
    let repository = try faulty(objectFormat: "sha256")
    #expect(try repository.git("rev-parse", "HEAD").count == 64)
    #expect(try await repository.verdicts() == Self.fault)
  }

  @Test("a worktree has the history of its own HEAD")
  func worktree() async throws {
    let repository = try faulty()
    let place = try TemporaryFolder()
    try repository.git("worktree", "add", "--quiet", "--detach", place.path("now"))
    try repository.git("worktree", "add", "--quiet", "--detach", place.path("before"), "HEAD~1")
    #expect(try await verdicts(in: place.path("now")) == Self.fault)
    #expect(try await verdicts(in: place.path("before")) == [])
  }

  @Test("a detached HEAD is its own line")
  func detached() async throws {
    let repository = try faulty()
    try repository.git("checkout", "--quiet", "--detach", "HEAD~1")
    #expect(try await repository.verdicts() == [])
    try repository.git("checkout", "--quiet", "--detach", "main")
    #expect(try await repository.verdicts() == Self.fault)
  }

  @Test("a folder below the top has the history of its own workspace")
  func below() async throws {
    let repository = try LandingRepository()
    let settings = try repository.folder.text("bylaw.yml")
    try repository.land(
      [
        "inner/bylaw.yml": settings.replacing("workspace: sample", with: "workspace: inner"),
        "inner/\(Life.path)": Life.research.text,
      ], on: "2026-01-05")
    try repository.land(
      ["inner/\(Life.path)": Life.research.then("implementation", on: "2026-01-06").text],
      on: "2026-01-06")
    #expect(try await verdicts(in: repository.folder.path("inner")) == Self.fault)
  }

  @Test("a bare repository holds no workspace to stand in")
  func bare() async throws {
    let repository = try faulty()
    let place = try TemporaryFolder()
    try repository.git("clone", "--quiet", "--bare", repository.folder.path, place.path("bare.git"))
    await #expect(throws: LoadError.self) { try await verdicts(in: place.path("bare.git")) }
  }

  @Test("without a commit there is no history yet, and the message says what to do")
  func unborn() async throws {
    let repository = try faulty()
    try repository.git("checkout", "--quiet", "--orphan", "new")
    await #expect {
      try await repository.verdicts()
    } throws: { error in
      let error = error as? GitError
      return error?.reason == .noHistory && error?.help?.contains("git commit") == true
    }
  }

  @Test("a replacement shows no other landing than the true one")
  func replaced() async throws {
    let repository = try faulty()
    let head = try repository.git("rev-parse", "HEAD")
    let tree = try repository.git("rev-parse", "HEAD~1^{tree}")
    let fake = try repository.git("commit-tree", tree, "-p", "HEAD~1", "-m", "Nothing to see")
    try repository.git("replace", head, fake)
    #expect(try repository.git("log", "-1", "--format=%s", head) == "Nothing to see")
    #expect(try await repository.verdicts() == Self.fault)
  }

  @Test(
    "a history with a part missing is refused with the command that mends it",
    arguments: [
      ("shallow", "git fetch --unshallow"), ("partial", "--filter"), ("grafted", "grafts"),
    ])
  func incomplete(_ kind: String, _ help: String) async throws {
    let repository = try faulty()
    let place = try TemporaryFolder()
    let origin = "file://\(repository.folder.path)"
    try repository.git("config", "uploadpack.allowFilter", "true")
    switch kind {
    case "shallow": try repository.git("clone", "--quiet", "--depth=1", origin, place.path("c"))
    case "partial":
      try repository.git("clone", "--quiet", "--filter=blob:none", origin, place.path("c"))
    default:
      try repository.git("clone", "--quiet", origin, place.path("c"))
      try place.write("c/.git/info/grafts", try repository.git("rev-parse", "HEAD") + "\n")
    }
    await #expect {
      try await verdicts(in: place.path("c"))
    } throws: { error in
      let error = error as? GitError
      let words = (error?.description ?? "") + (error?.help ?? "")
      return error?.reason == .incomplete && words.contains(help)
    }
    // Neither are sites made from it, and what stands is not replaced.
    try place.write("c/build/old", "old")
    let folder = try WorkspaceFolder.find(from: place.path("c"))
    await #expect(throws: GitError.self) {
      try await WriteJob(
        folder: folder, today: LandingRepository.today, sites: [.help], isPortable: false,
        output: nil
      ).run()
    }
    #expect(try place.text("c/build/old") == "old")
  }

  @Test("branches that merged each other land like any other")
  func crissCross() async throws {
    let repository = try LandingRepository()
    try repository.land(.research, on: "2026-01-05")
    try repository.git("branch", "one")
    try repository.git("branch", "two")
    try repository.checkout("one")
    try repository.land(.development, on: "2026-01-06")
    try repository.git("branch", "one-first")
    try repository.checkout("two")
    try repository.land(["README.md": "two\n"], on: "2026-01-06")
    try repository.git("branch", "two-first")
    try repository.merge("one-first", on: "2026-01-07")
    try repository.checkout("one")
    try repository.merge("two-first", on: "2026-01-07")
    try repository.land(.implementation, on: "2026-01-08")
    try repository.merge("two", on: "2026-01-09")
    try repository.checkout("main")
    try repository.merge("one", on: "2026-01-10")
    #expect(try await repository.verdicts() == [])
    // One of the two loses a step on the way back.
    try repository.checkout("two")
    try repository.git("merge", "--quiet", "--no-ff", "--no-commit", "main", on: "2026-01-11")
    try repository.land(.development, on: "2026-01-11")
    try repository.checkout("main")
    try repository.git("merge", "--quiet", "--no-ff", "--no-commit", "two", on: "2026-01-12")
    try repository.land(.development.edited("People come", "Folks come"), on: "2026-01-12")
    #expect(try await repository.verdicts() == ["error history-rewritten"])
  }
}
