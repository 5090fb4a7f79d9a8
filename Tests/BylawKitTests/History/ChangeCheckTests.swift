import PolicyHistory
import PolicyModel
import PolicyProjection
import PolicyRules
import Testing

@testable import BylawKit

@Suite("A branch is judged as the next landing on its base")
struct ChangeCheckTests {
  /// Main has the policy in research; the tests work on a branch.
  private func start(
    _ life: Life = .research, on day: String = "2026-01-08", settings: String = SoundSample.settings
  ) throws -> LandingRepository {
    let repository = try LandingRepository(settings: settings)
    try repository.land(life, on: day)
    try repository.branch("work")
    return repository
  }

  private let other = SoundSample.neighbour

  @Test("each step is reported, and whether it is allowed")
  func steps() async throws {
    let repository = try start()
    try repository.land(.development, on: "2026-01-09")
    try repository.land(.implementation, on: "2026-01-10")
    let result = try await repository.change()
    #expect(result.findings == [])
    let policy = try #require(result.report.policies.first)
    #expect(policy.steps.map(\.to) == [.development, .implementation])
    #expect(policy.steps.map(\.verb) == [.advance, .advance])
    #expect(policy.steps.allSatisfy { $0.isAllowed })
    #expect(policy.stageBefore == .research && policy.stage == .implementation)
  }

  @Test("a step that is skipped is not allowed")
  func skip() async throws {
    let repository = try start()
    try repository.land(.research.then("implementation", on: "2026-01-09"), on: "2026-01-09")
    let result = try await repository.change()
    #expect(result.findings.map(\.verdict) == ["error stage-skips-milestone"])
    #expect(result.report.policies.first?.steps.map(\.isAllowed) == [false])
  }

  @Test("a gate that is not met is reported with what it lacks")
  func gate() async throws {
    let repository = try start(.implementation)
    try repository.land(.released.dated("2026-01-08", "2026-01-12"), on: "2026-01-09")
    let result = try await repository.change()
    #expect(result.findings.map(\.verdict).contains("error gate-unmet"))
    // Nothing has landed yet of which anybody could know.
    #expect(
      result.findings.first { $0.rule == "gate-unmet" }?.help
        == "Meet it before this lands, or take the step back.")
    let step = try #require(result.report.policies.first?.steps.first)
    #expect(!step.isAllowed)
    #expect(step.problems.contains { $0.contains("`effective`") }, "\(step.problems)")
  }

  @Test("what main did before is not told again")
  func pastStays() async throws {
    let repository = try LandingRepository()
    try repository.land(.research, on: "2026-01-05")
    try repository.land(.research.then("implementation", on: "2026-01-06"), on: "2026-01-06")
    try repository.branch("work")
    try repository.land(["policies/other.md": other], on: "2026-05-04")
    let result = try await repository.change()
    #expect(result.findings == [])
    #expect(result.report.policies.map(\.policy) == ["sample-draft"])
  }

  @Test("HEAD on the base itself changes nothing")
  func nothing() async throws {
    let result = try await start().change()
    #expect(result.findings == [])
    #expect(result.report.policies == [])
  }

  @Test("a policy that both sides edited must be brought up to date")
  func behind() async throws {
    let repository = try start()
    try repository.land(.development, on: "2026-01-09")
    try repository.checkout("main")
    try repository.land(["policies/other.md": other], on: "2026-05-04")
    try repository.checkout("work")
    #expect(try await repository.change().findings == [])
    try repository.checkout("main")
    try repository.land(
      [
        Life.path: nil,
        "policies/moved.md": Life.research.edited("People come", "They come").text,
      ], on: "2026-05-05")
    try repository.checkout("work")
    let found = try await repository.change().findings
    let behind = try #require(found.first { $0.rule == "branch-behind" })
    #expect(behind.severity == .error)
    #expect(
      behind.help
        == "Rebase it on main, or merge main into it and land it with a merge commit or a squash. "
        + "Then read the policy as a whole.")
  }

  @Test("says no way to land a branch that would lose who made its commits")
  func keepsCommits() async throws {
    let repository = try start()
    let settings = try repository.folder.text("bylaw.yml")
    try repository.checkout("main")
    try repository.land(
      ["bylaw.yml": settings + "signoffs: {proof: commit}\n"], on: "2026-01-06")
    try repository.branch("other")
    try repository.land(.development, on: "2026-01-09")
    try repository.checkout("main")
    try repository.land(.research.edited("People come", "They come"), on: "2026-01-09")
    try repository.checkout("other")
    let behind = try await repository.change().findings.first { $0.rule == "branch-behind" }
    #expect(behind?.help?.hasPrefix("Merge main into it and land it with a merge commit.") == true)
    try repository.git("merge", "--quiet", "--strategy=ours", "main", "--message", "Merge")
    let offLine = try await repository.change().findings.first { $0.rule == "branch-off-line" }
    #expect(offLine?.help == "Land it with a merge commit, and not by a fast-forward.")
  }

  @Test("tells of the branch what would land, and not what has")
  func proposed() async throws {
    let repository = try start()
    try repository.land(.research.then("iteration", on: "2026-01-09"), on: "2026-01-09")
    let notes = try await repository.change().findings.flatMap(\.notes).map(\.text)
    #expect(notes.contains { $0.hasPrefix("Would land with ") }, "\(notes)")
    #expect(!notes.contains { $0.contains("Landed with") }, "\(notes)")
  }

  @Test("the same edit on both sides is none")
  func sameEdit() async throws {
    let repository = try start()
    try repository.land(.development, on: "2026-01-09")
    try repository.checkout("main")
    try repository.land(.development, on: "2026-01-10")
    try repository.checkout("work")
    let result = try await repository.change()
    #expect(result.findings == [])
    #expect(result.report.policies == [])
  }

  @Test("a branch that merged main would take the place of the main line")
  func offLine() async throws {
    let repository = try start()
    try repository.land(.development, on: "2026-01-09")
    try repository.checkout("main")
    try repository.land(["policies/other.md": other], on: "2026-05-04")
    try repository.checkout("work")
    try repository.merge("main", on: "2026-05-05")
    #expect(try await repository.change().findings.map(\.verdict) == ["warning branch-off-line"])
    try repository.checkout("main")
    try repository.branch("merged")
    try repository.merge("work", on: "2026-05-06")
    #expect(try await repository.change().findings == [])
  }

  @Test("a change with no single beginning is refused")
  func forks() async throws {
    let repository = try start()
    try repository.git("checkout", "--quiet", "--orphan", "alone")
    try repository.land([:], on: "2026-01-09")
    await #expect(throws: GitError.self) { try await repository.change() }

    try repository.checkout("work")
    try repository.land(["a": "a"], on: "2026-01-09")
    try repository.checkout("main")
    try repository.land(["b": "b"], on: "2026-01-10")
    try repository.git("branch", "other-main")
    try repository.merge("work", on: "2026-01-11")
    try repository.checkout("work")
    try repository.merge("other-main", on: "2026-01-12")
    do {
      _ = try await repository.change()
      Issue.record("Two best merge bases were taken for one")
    } catch let error as GitError {
      #expect(error.reason == .noHistory)
      #expect(error.description.contains("no single beginning"))
    }
  }

  // MARK: Settings

  @Test(
    "settings that judge land before what they judge",
    arguments: [
      ["groups: {}", "groups: {legal: {name: Legal, members: [mira@example.com]}}", "`groups`"],
      ["calibration: 2", "calibration: 1", "`lifecycle`"],
      ["people:\n", "people:\n  ana@example.com: {name: Ana}\n", "`people`"],
      [
        "lifecycle:\n",
        "lifecycle:\n  themes: {platform-misuse: {performable: {calibration: 1}}}\n",
        "`lifecycle.themes`",
      ],
      ["escalation:", "signoffs: {proof: commit}\nescalation:", "`signoffs.proof`"],
      [
        "escalation:", "signoffs: {forge_committers: [noreply@forge.example]}\nescalation:",
        "`signoffs.forge_committers`",
      ],
      ["escalation:", "sections: {reason: Reasons}\nescalation:", "`"],
      ["workspace: sample", "workspace: sample-two", "`workspace`"],
    ])
  func together(_ edit: [String]) async throws {
    let repository = try start()
    let settings = SoundSample.settings.replacing(edit[0], with: edit[1])
    try #require(settings != SoundSample.settings)
    try repository.land(["bylaw.yml": settings], on: "2026-01-09")
    #expect(try await repository.change().findings == [])
    try repository.land(.development, on: "2026-01-09")
    let found = try await repository.change().findings
    #expect(found.map(\.verdict) == ["error settings-with-words"])
    #expect(found.first?.headline.hasPrefix(edit[2]) == true)
  }

  @Test("signers land before what they sign", arguments: ["allowed_signers", "revoked_keys"])
  func signers(_ list: String) async throws {
    let repository = try start()
    try repository.land(["policies/signoffs/\(list)": "# nobody\n"], on: "2026-01-09")
    #expect(try await repository.change().findings == [])
    try repository.land(.development, on: "2026-01-09")
    #expect(
      try await repository.change().findings.map(\.verdict) == ["error settings-with-words"])
  }

  @Test(
    "settings that come and go beside words are found, though nothing of them is left",
    arguments: [
      ["bylaw.yml", SoundSample.settings.replacing("calibration: 2", with: "calibration: 1")],
      ["policies/signoffs/allowed_signers", "# nobody\n"],
    ])
  func settingsInPassing(_ edit: [String]) async throws {
    let repository = try start()
    let before = edit[0] == "bylaw.yml" ? SoundSample.settings : nil
    try repository.land([edit[0]: edit[1]], on: "2026-01-09")
    try repository.land(.development, on: "2026-01-09")
    try repository.land([edit[0]: before], on: "2026-01-09")
    let found = try await repository.change().findings
    #expect(found.map(\.verdict) == ["error settings-with-words"])
    #expect(found.first?.notes.count == 2)
  }

  @Test("settings that come and go alone judge nothing")
  func settingsAlone() async throws {
    let repository = try start()
    let other = SoundSample.settings.replacing("calibration: 2", with: "calibration: 1")
    try repository.land(["bylaw.yml": other], on: "2026-01-09")
    try repository.land(["bylaw.yml": SoundSample.settings], on: "2026-01-09")
    #expect(try await repository.change().findings == [])
  }

  @Test("settings land before the common text that they judge")
  func common() async throws {
    let repository = try start()
    let settings = SoundSample.settings.replacing("calibration: 2", with: "calibration: 1")
    try repository.land(
      ["bylaw.yml": settings, "policies/common.md": SoundSample.common], on: "2026-01-09")
    #expect(
      try await repository.change().findings.map(\.verdict) == ["error settings-with-words"])
  }

  @Test("settings that main has changed since are brought up to date first")
  func settingsBehind() async throws {
    let repository = try start()
    try repository.land(
      ["bylaw.yml": SoundSample.settings.replacing("calibration: 2", with: "calibration: 1")],
      on: "2026-01-09")
    try repository.checkout("main")
    try repository.land(
      ["bylaw.yml": SoundSample.settings.replacing("calibration: 2", with: "calibration: 3")],
      on: "2026-01-10")
    try repository.checkout("work")
    let found = try await repository.change().findings
    #expect(found.map(\.verdict) == ["error branch-behind"])
    #expect(found.first?.headline == "`bylaw.yml` was edited here and on main")
  }

  @Test("who approves translations is settled before they come")
  func translators() async throws {
    let settings = SoundSample.settings.replacing(
      "rules: {}", with: "locales: {en: {}, fr: {groups: []}}\nrules: {}")
    try #require(settings != SoundSample.settings)
    let repository = try start(settings: settings)
    try repository.land(
      [
        "bylaw.yml": settings.replacing("groups: []}}\nrules", with: "groups: [legal]}}\nrules")
          .replacing(
            "groups: {}", with: "groups: {legal: {name: Legal, members: [mira@example.com]}}"),
        "policies/translations/unwanted-advertising/fr.md": "---\nid: unwanted-advertising\n---\n",
      ], on: "2026-01-09")
    let found = try await repository.change().findings.filter {
      $0.rule.name == "settings-with-words"
    }
    #expect(found.count == 1)
    #expect(found.first?.headline.contains("`locales.fr`") == true)
  }

  @Test(
    "a record that comes and goes within the branch is found, and an objection is an error",
    arguments: [SignOff.Verdict.requestChanges, .comment])
  func takenBack(verdict: SignOff.Verdict) async throws {
    let ana = try SigningReviewer("ana@example.com")
    let repository = try LandingRepository.asking([ana])
    try repository.land(.development.round(1), on: "2026-01-06")
    try repository.branch("work")
    let record = try await ana.record(
      on: "unwanted-advertising", in: repository, group: "legal", scopes: [.policy],
      verdict: verdict, text: "Not so.")
    try repository.land(record, on: "2026-01-07", by: "ana@example.com")
    func found() async throws -> [String] {
      try await repository.change().findings.filter { $0.rule.name == "record-taken-back" }
        .map(\.verdict)
    }
    #expect(try await found() == [])
    let severity = verdict == .requestChanges ? "error" : "warning"
    try repository.land(record.mapValues { _ in nil }, on: "2026-01-08")
    #expect(try await found() == ["\(severity) record-taken-back"])
    try repository.land(record, on: "2026-01-09", by: "ana@example.com")
    #expect(try await found() == [])
  }

  @Test("settings that judge nobody may land with words")
  func harmlessSettings() async throws {
    let repository = try start()
    let settings = SoundSample.settings.replacing("[senior queue, legal]", with: "[senior queue]")
    try #require(settings != SoundSample.settings)
    try repository.land(
      ["bylaw.yml": settings, Life.path: Life.development.text], on: "2026-01-09")
    #expect(try await repository.change().findings == [])
  }

  @Test(
    "a change forgives nothing of the past",
    arguments: [
      "enforced_since: %", "acknowledged: [{commit: %, rule: gate-unmet, reason: Because.}]",
    ])
  func forgiven(_ key: String) async throws {
    let repository = try start(.research.then("implementation", on: "2026-01-08"))
    let head = try repository.git("rev-parse", "HEAD")
    let settings = SoundSample.settings.replacing(
      "lifecycle:\n", with: "lifecycle:\n  \(key.replacing("%", with: head))\n")
    try repository.land(["bylaw.yml": settings], on: "2026-01-09")
    #expect(
      try await repository.change().findings.map(\.verdict) == ["error settings-history-moved"])
  }

  @Test("a change is judged from where the base says that enforcement begins")
  func enforcedByBase() async throws {
    let ana = try SigningReviewer("ana@example.com")
    let repository = try LandingRepository.asking([ana])
    let unapproved = try repository.land(.released, on: "2026-01-08")
    try repository.branch("work")
    try repository.land(
      [
        "bylaw.yml": try repository.folder.text("bylaw.yml").replacing(
          "lifecycle:\n", with: "lifecycle:\n  enforced_since: \(unapproved)\n")
      ], on: "2026-01-09")
    let change = try await BranchHistory.load(
      repository.folder.path, base: "main", timeZone: "UTC", today: LandingRepository.today)
    #expect(change.line(of: "unwanted-advertising").candidates.isEmpty)
  }

  @Test("a round that the base closed stays as it is")
  func closedRound() async throws {
    let closed = Life.development.round(1, isClosed: true)
    let repository = try start(closed, settings: SoundSample.settings)
    let other = closed.with { $0.rounds = $0.rounds.map { $0.replacing("[legal]", with: "[]") } }
    try repository.land(other, on: "2026-01-09")
    #expect(try await repository.change().findings.map(\.verdict) == ["error round-rewritten"])
  }

  @Test("the gates of the base judge, whatever the branch says of them")
  func gatesOfBase() async throws {
    let strict = SoundSample.settings.replacing("calibration: 2", with: "calibration: 9")
    let repository = try start(.implementation, settings: strict)
    try repository.land(
      ["bylaw.yml": SoundSample.settings, Life.path: Life.released.text], on: "2026-01-08")
    #expect(
      try await repository.change().findings.map(\.verdict) == [
        "error settings-with-words", "error gate-unmet", "warning release-announced-late",
      ])
  }

  @Test("the first settings come with what they come with")
  func first() async throws {
    let repository = try LandingRepository()
    try repository.git("checkout", "--quiet", "--orphan", "bare")
    try repository.land(["bylaw.yml": nil, "README.md": "Nothing yet.\n"], on: "2026-01-02")
    try repository.branch("work")
    try repository.land(
      ["bylaw.yml": SoundSample.settings, Life.path: Life.development.text], on: "2026-01-06")
    let result = try await repository.change(base: "bare")
    #expect(result.findings == [])
    #expect(result.report.policies.first?.steps.count == 2)
  }
}
