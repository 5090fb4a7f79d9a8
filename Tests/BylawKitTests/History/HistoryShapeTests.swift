import Foundation
import PolicyHistory
import PolicyModel
import PolicyProjection
import PolicyRules
import Testing

@testable import BylawKit

@Suite("The shape of a history")
struct HistoryShapeTests {
  @Test("a merge brings the steps of its branch")
  func merge() async throws {
    let repository = try LandingRepository()
    try repository.land(.research, on: "2026-01-05")
    try repository.branch("work")
    try repository.land(.development, on: "2026-01-06")
    try repository.land(.implementation, on: "2026-01-07")
    try repository.checkout("main")
    try repository.merge("work", on: "2026-01-08")
    #expect(try await repository.verdicts() == [])
  }

  @Test("steps that skip one are found where they land, and not on the branch")
  func mergeOfASkip() async throws {
    let repository = try LandingRepository()
    try repository.land(.research, on: "2026-01-05")
    try repository.branch("work")
    let onBranch = try repository.land(
      .research.then("implementation", on: "2026-01-06"), on: "2026-01-06", by: "ana@example.com")
    try repository.checkout("main")
    try repository.merge("work", on: "2026-01-08")
    let landing = try repository.git("rev-parse", "HEAD")
    let found = try await repository.history()
    #expect(found.map(\.verdict) == ["error stage-skips-milestone"])
    let notes = found.flatMap(\.notes).map(\.text)
    #expect(
      notes == ["Landed with \(landing.prefix(12)) on 2026-01-08 by mira@example.com."])
    #expect(!notes.joined().contains(onBranch.prefix(12)))
    #expect(found.first?.location?.path == Life.path)
  }

  @Test("a merge that loses the steps of its branch is found")
  func evilMerge() async throws {
    let repository = try LandingRepository()
    try repository.land(.research, on: "2026-01-05")
    try repository.branch("more")
    try repository.land(.development, on: "2026-01-10")
    try repository.checkout("main")
    try repository.git("merge", "--quiet", "--no-ff", "--no-commit", "more", on: "2026-01-11")
    try repository.land(.research.edited("People come", "Folks come"), on: "2026-01-11")
    #expect(try await repository.verdicts() == ["error history-rewritten"])
  }

  @Test("a version that fell on a branch is found")
  func sideVersion() async throws {
    let repository = try LandingRepository()
    try repository.land(.released, on: "2026-01-08")
    try repository.branch("work")
    try repository.land(.released.revised(to: 3, on: "2026-03-02"), on: "2026-03-02")
    try repository.land(.revised, on: "2026-03-03")
    try repository.checkout("main")
    try repository.merge("work", on: "2026-03-04")
    #expect(try await repository.verdicts() == ["error version-falls"])
  }

  @Test("an id that changed on a branch is found")
  func sideID() async throws {
    let repository = try LandingRepository()
    try repository.branch("work")
    try repository.land(.research.with { $0.id = "advertising" }, on: "2026-01-05")
    try repository.land(.research, on: "2026-01-06")
    try repository.checkout("main")
    try repository.merge("work", on: "2026-01-07")
    #expect(try await repository.verdicts() == ["error policy-id-changed"])
  }

  @Test("an octopus lands all of its branches at once")
  func octopus() async throws {
    let repository = try LandingRepository()
    let names = ["one", "two", "three"]
    for name in names {
      try repository.branch(name)
      let life = Life.research.with {
        $0.id = "policy-\(name)"
        $0.title = "Policy \(name)"
      }
      let text = life.text.replacing("SAM-", with: "\(name.prefix(3).uppercased())-")
      try repository.land(["policies/\(name).md": text], on: "2026-01-05")
      try repository.checkout("main")
    }
    try repository.merge("one", "two", "three", on: "2026-01-06")
    #expect(
      try repository.git("rev-list", "--parents", "-1", "HEAD").split(separator: " ").count > 3)
    #expect(try await repository.verdicts() == [])
    try repository.land(
      ["policies/one.md": nil, "policies/two.md": nil], on: "2026-01-07")
    #expect(try await repository.verdicts() == [])
  }

  @Test("ids that two policies swap are found in both")
  func swappedIDs() async throws {
    let repository = try LandingRepository()
    let one = Life.research
    let two = Life.research.with {
      $0.id = "other"
      $0.title = "Other"
    }
    func text(_ life: Life, _ rules: String) -> String {
      life.text.replacing("SAM-", with: rules)
    }
    try repository.land(
      ["policies/one.md": text(one, "SAM-"), "policies/two.md": text(two, "OTH-")],
      on: "2026-01-05")
    try repository.land(
      [
        "policies/one.md": text(one.with { $0.id = "other" }, "SAM-"),
        "policies/two.md": text(two.with { $0.id = "unwanted-advertising" }, "OTH-"),
      ], on: "2026-01-06")
    #expect(
      try await repository.verdicts() == ["error policy-id-changed", "error policy-id-changed"])
  }

  @Test("nothing before the commit of `enforced_since` is judged")
  func enforcedSince() async throws {
    let repository = try LandingRepository()
    try repository.land(.research, on: "2026-01-05")
    let skip = try repository.land(
      .research.then("implementation", on: "2026-01-06"), on: "2026-01-06")
    #expect(try await repository.verdicts() == ["error stage-skips-milestone"])
    try repository.land(["bylaw.yml": settings("  enforced_since: \(skip)\n")], on: "2026-01-07")
    #expect(try await repository.verdicts() == [])
    try repository.land(.research, on: "2026-01-08")
    #expect(try await repository.verdicts() == ["error history-rewritten"])
  }

  @Test("an acknowledged finding is a note, and an entry for nothing is found")
  func acknowledged() async throws {
    let repository = try LandingRepository()
    try repository.land(.research, on: "2026-01-05")
    let skip = try repository.land(
      .research.then("implementation", on: "2026-01-06"), on: "2026-01-06")
    func acknowledge(_ rule: String) -> String {
      settings(
        "  acknowledged: [{commit: \(skip.prefix(12)), rule: \(rule), reason: We know.}]\n")
    }
    try repository.land(
      ["bylaw.yml": acknowledge("stage-skips-milestone")], on: "2026-01-07")
    let found = try await repository.history()
    #expect(found.map(\.verdict) == ["note stage-skips-milestone"])
    #expect(found.first?.notes.last?.text == "Acknowledged: We know.")
    try repository.land(["bylaw.yml": acknowledge("version-falls")], on: "2026-01-08")
    #expect(
      try await repository.verdicts() == [
        "error stage-skips-milestone", "warning settings-acknowledged-unused",
      ])
  }

  @Test("an acknowledgement is of one landing: the same fault in another is an error")
  func acknowledgedOnce() async throws {
    let repository = try LandingRepository()
    try repository.land(.research, on: "2026-01-05")
    let skip = Life.research.then("implementation", on: "2026-01-06")
    let first = try repository.land(skip, on: "2026-01-06")
    try repository.land(skip.then("research", on: "2026-01-07", reason: "No."), on: "2026-01-07")
    try repository.land(
      [
        "bylaw.yml": settings(
          "  acknowledged: [{commit: \(first), rule: stage-skips-milestone, reason: We know.}]\n")
      ], on: "2026-01-08")
    #expect(
      try await repository.verdicts()
        == ["error stage-skips-milestone", "note stage-skips-milestone"])
  }

  @Test("`enforced_since` names a commit of the main line")
  func enforcedOffLine() async throws {
    let repository = try LandingRepository()
    try repository.branch("side")
    let side = try repository.land(.research, on: "2026-01-05")
    try repository.checkout("main")
    try repository.land(["README.md": "Rules.\n"], on: "2026-01-05")
    try repository.merge("side", on: "2026-01-06")
    try repository.land(["bylaw.yml": settings("  enforced_since: \(side)\n")], on: "2026-01-07")
    do {
      _ = try await repository.history()
      Issue.record("A commit of a branch began enforcement")
    } catch let error as LoadError {
      #expect(error.message.hasSuffix("which is not on the first-parent line"))
      #expect(error.help?.contains("git log --first-parent") == true)
    }
  }

  @Test("two files with one id approve nothing until one of them is gone")
  func twice() async throws {
    let repository = try LandingRepository()
    try repository.land(.released, on: "2026-01-08")
    let copy = Life.released.edited("takes the place", "takes away the place")
    func digests() async throws -> [Scope: String]? {
      try await WorkspaceHistory.load(
        repository.folder.path, timeZone: "UTC", today: LandingRepository.today)?
        .lines["unwanted-advertising"]?.inForce(on: LandingRepository.today)?.snapshot.digests
    }
    let before = try #require(try await digests())
    try repository.land(["policies/a-copy.md": copy.text], on: "2026-03-01")
    #expect(try await digests() == before)
    try repository.land([Life.path: nil], on: "2026-03-02")
    #expect(try await digests() != before)
  }

  @Test("what came with the workspace itself may have been announced before")
  func announcedBefore() async throws {
    let repository = try LandingRepository()
    try repository.git("checkout", "--quiet", "--orphan", "anew")
    try repository.land([Life.path: Life.released.text], on: "2026-02-01")
    #expect(try await repository.verdicts() == [])
    try repository.checkout("main")
    try repository.land(.released, on: "2026-02-01")
    #expect(try await repository.verdicts() == ["warning release-announced-late"])
  }

  @Test("a policy that calls itself common is not what all pages show")
  func commonElsewhere() async throws {
    let repository = try LandingRepository()
    try repository.land(
      ["policies/other.md": Life.released.with { $0.id = "common" }.text], on: "2026-01-08")
    let history = try #require(
      try await WorkspaceHistory.load(
        repository.folder.path, timeZone: "UTC", today: LandingRepository.today))
    #expect(history.lines["common"]?.latestCandidate() == nil)
  }

  @Test("words in iteration are a warning until they are approved or restored")
  func wordsUnapproved() async throws {
    let repository = try LandingRepository()
    try repository.land(.released, on: "2026-01-08")
    let asking = LandingRepository.settingsWithPeople
      .replacing("groups: {}", with: "groups: {sup: {name: Sup, members: [sue@example.com]}}")
      .replacing("article: []", with: "article: [sup]")
    #expect(asking != SoundSample.settings)
    try repository.land(["bylaw.yml": asking], on: "2026-03-01")
    let edited = Life.released.edited("takes the place", "takes away the place")
    let edit = try repository.land(edited, on: "2026-03-02")
    try repository.land(edited.with { $0.title = "Advertising" }, on: "2026-03-03")
    var found = try await repository.history()
    #expect(found.map(\.verdict) == ["warning words-unapproved"])
    #expect(found.first?.notes.first?.text.contains(edit.prefix(12)) == true)
    let round =
      "{round: 1, version: 1, opened: 2026-03-04, scopes: [article], groups: [sup], "
      + "authors: [mira@example.com]}"
    try repository.land(edited.with { $0.rounds = [round] }, on: "2026-03-04")
    found = try await repository.history()
    #expect(found.map(\.verdict) == ["note words-unapproved"])
    try repository.land(.released.with { $0.rounds = [round] }, on: "2026-03-05")
    #expect(try await repository.verdicts() == [])
  }

  @Test("without git, and with nothing committed, history cannot be told")
  func absence() async throws {
    let plain = try TemporaryFolder.workspace()
    await #expect(throws: GitError.self) {
      try await HistoryCheckJob(checked: try await plain.checked(), today: SoundSample.today).run()
    }
    let repository = try LandingRepository()
    try repository.land(.research, on: "2026-01-05")
    let clone = try TemporaryFolder()
    try repository.git(
      "clone", "--quiet", "--depth", "1", "file://\(repository.folder.path)", clone.path("c"))
    let folder = try WorkspaceFolder.find(from: clone.path("c"))
    let checked = await CheckedWorkspace.load(folder, today: SoundSample.today)
    do {
      _ = try await HistoryCheckJob(checked: checked, today: SoundSample.today).run()
      Issue.record("A shallow clone has no history to judge")
    } catch let error as GitError {
      #expect(error.reason == .incomplete)
      #expect(error.help?.contains("git fetch --unshallow") == true)
    }
  }

  private func settings(_ lifecycle: String) -> String {
    SoundSample.settings.replacing("lifecycle:\n", with: "lifecycle:\n" + lifecycle)
  }
}
