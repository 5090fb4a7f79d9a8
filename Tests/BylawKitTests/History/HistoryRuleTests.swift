import PolicyModel
import PolicyRules
import Testing

@testable import BylawKit

@Suite("Landings are held to the rules about history")
struct HistoryRuleTests {
  @Test("whatever the life cycle does not have is found", arguments: Self.failing)
  func fails(_ one: HistoryCase) async throws {
    #expect(try await one.verdicts(settings: SoundSample.settings) == one.finds)
  }

  @Test("rounds are only ever added", arguments: Self.roundCases)
  func rounds(_ one: HistoryCase) async throws {
    #expect(try await one.verdicts(settings: Self.settingsWithLegal) == one.finds)
  }

  private static let settingsWithLegal = SoundSample.settings.replacing(
    "groups: {}", with: "groups: {legal: {name: Legal, members: [mira@example.com]}}")

  @Test("what it has is not", arguments: Self.passing)
  func passes(_ one: HistoryCase) async throws {
    #expect(try await one.verdicts(settings: SoundSample.settings) == [])
  }

  static let failing: [HistoryCase] = [
    HistoryCase(
      "settings that were removed come back with a policy",
      [
        HistoryCase.files(["bylaw.yml": nil], "2026-01-03"),
        HistoryCase.files(
          ["bylaw.yml": SoundSample.settings, Life.path: Life.research.text], "2026-01-05"),
      ], finds: ["error settings-unreadable"]),
    HistoryCase(
      "a revision is withdrawn to development, though there is a version to go back to",
      [
        HistoryCase.policy(.released, "2026-01-08"), HistoryCase.policy(.released2, "2026-03-04"),
        HistoryCase.policy(
          .released2.revised(to: 3, on: "2026-03-10").with { $0.withdrawn = [2] }, "2026-03-10"),
      ], finds: ["error withdraw-without-step"]),
    HistoryCase(
      "a step that had landed gets another day",
      [
        .init(files: [Life.path: Life.research.text], day: "2026-01-05"),
        HistoryCase.policy(
          Life().then("research", on: "2025-11-05").then("development", on: "2026-01-06"),
          "2026-01-06"),
      ], finds: ["error history-rewritten"]),
    HistoryCase(
      "a step is taken back",
      [
        HistoryCase.policy(.research, "2026-01-05"), HistoryCase.policy(.development, "2026-01-06"),
        HistoryCase.policy(.research, "2026-01-07"),
      ], finds: ["error history-rewritten"]),
    HistoryCase(
      "development is skipped",
      [
        HistoryCase.policy(.research, "2026-01-05"),
        HistoryCase.policy(.research.then("implementation", on: "2026-01-06"), "2026-01-06"),
      ], finds: ["error stage-skips-milestone"]),
    HistoryCase(
      "a policy is sent back without a reason",
      [
        HistoryCase.policy(.development, "2026-01-06"),
        HistoryCase.policy(.development.then("research", on: "2026-01-07"), "2026-01-07"),
      ], finds: ["error stage-skips-milestone"]),
    HistoryCase(
      "an urgent step is no release",
      [
        HistoryCase.policy(.development, "2026-01-06"),
        HistoryCase.policy(
          .development.then("implementation", on: "2026-01-07", reason: "Now.", isUrgent: true),
          "2026-01-07"),
      ], finds: ["error stage-skips-milestone"]),
    HistoryCase(
      "a withdraw has nothing to go back to",
      [
        HistoryCase.policy(.development, "2026-01-06"),
        HistoryCase.policy(
          .development.then("iteration", on: "2026-01-08", reason: "Now.")
            .dated("2026-01-08", "2026-02-20"), "2026-01-08"),
      ], finds: ["error stage-skips-milestone"]),
    HistoryCase(
      "a withdraw keeps the version that it gives up",
      [
        HistoryCase.policy(.released, "2026-01-08"), HistoryCase.policy(.revised, "2026-03-02"),
        HistoryCase.policy(
          .revised.then("iteration", on: "2026-03-03", reason: "Now.")
            .dated("2026-03-03", "2026-05-01"), "2026-03-03"),
      ], finds: ["error stage-skips-milestone", "error withdraw-without-step"]),
    HistoryCase(
      "a stage is set by hand",
      [
        HistoryCase.policy(.research, "2026-01-05"),
        HistoryCase.policy(.research.with { $0.stage = "development" }, "2026-01-06"),
        HistoryCase.policy(.research.with { $0.stage = "development" }, "2026-01-07"),
      ], finds: ["error stage-without-step"]),
    HistoryCase(
      "a rule is released without its notice",
      [
        HistoryCase.policy(.implementation, "2026-01-07"),
        HistoryCase.policy(.released.dated("2026-01-08", "2026-01-12"), "2026-01-08"),
      ], finds: ["error gate-unmet"]),
    HistoryCase(
      "a gate lacks a part",
      [
        HistoryCase.policy(.development, "2026-01-06"),
        HistoryCase.policy(
          .implementation.edited("## What can happen", "## What happens then"), "2026-01-07"),
      ], finds: ["error gate-unmet"]),
    HistoryCase(
      "a version falls",
      [
        HistoryCase.policy(.released, "2026-01-08"), HistoryCase.policy(.revised, "2026-03-02"),
        HistoryCase.policy(.revised.with { $0.version = 1 }, "2026-03-03"),
      ], finds: ["error version-falls"]),
    HistoryCase(
      "a version rises without a revision",
      [
        HistoryCase.policy(.research, "2026-01-05"),
        HistoryCase.policy(.research.with { $0.version = 2 }, "2026-01-06"),
      ], finds: ["error version-jumps"]),
    HistoryCase(
      "a revision rises by two",
      [
        HistoryCase.policy(.released, "2026-01-08"),
        HistoryCase.policy(.released.revised(to: 3, on: "2026-03-02"), "2026-03-02"),
      ], finds: ["error version-jumps"]),
    HistoryCase(
      "a revision takes a number that was given up",
      [
        HistoryCase.policy(.released2, "2026-03-04"), HistoryCase.policy(.withdrawn2, "2026-03-10"),
        HistoryCase.policy(.withdrawn2.revised(to: 2, on: "2026-03-20"), "2026-03-20"),
      ], finds: ["error version-reused"]),
    HistoryCase(
      "a revision keeps its number",
      [
        HistoryCase.policy(.released, "2026-01-08"),
        HistoryCase.policy(.released.revised(to: 1, on: "2026-03-02"), "2026-03-02"),
      ], finds: ["error version-reused"]),
    HistoryCase(
      "a version in force is withdrawn",
      [
        HistoryCase.policy(.released, "2026-01-08"), HistoryCase.policy(.released2, "2026-03-04"),
        HistoryCase.policy(.withdrawn2, "2026-05-10"),
      ], finds: ["error withdraw-in-force"]),
    HistoryCase(
      "a number is listed as withdrawn by hand",
      [
        HistoryCase.policy(.research, "2026-01-05"),
        HistoryCase.policy(.research.with { $0.withdrawn = [2] }, "2026-01-06"),
      ], finds: ["error withdraw-without-step"]),
    HistoryCase(
      "a number that was given up is struck out",
      [
        HistoryCase.policy(.released, "2026-01-08"), HistoryCase.policy(.released2, "2026-03-04"),
        HistoryCase.policy(.withdrawn2, "2026-03-10"),
        HistoryCase.policy(.withdrawn2.with { $0.withdrawn = [] }, "2026-03-11"),
      ], finds: ["error withdraw-without-step"]),
    HistoryCase(
      "a released policy is deleted",
      [
        HistoryCase.policy(.released, "2026-01-08"),
        HistoryCase.files([Life.path: nil], "2026-03-01"),
      ], finds: ["error policy-vanished"]),
    HistoryCase(
      "a released policy is deleted and comes back",
      [
        HistoryCase.policy(.released, "2026-01-08"),
        HistoryCase.files([Life.path: nil], "2026-03-01"),
        HistoryCase.policy(.released, "2026-03-02"),
      ], finds: ["error policy-vanished"]),
    HistoryCase(
      "an id is changed",
      [
        HistoryCase.policy(.released, "2026-01-08"),
        HistoryCase.policy(.released.with { $0.id = "advertising" }, "2026-01-09"),
      ], finds: ["error policy-id-changed", "warning release-announced-late"]),
    HistoryCase(
      "an id and the file's name are changed",
      [
        HistoryCase.policy(.research, "2026-01-05"),
        HistoryCase.files(
          [
            Life.path: nil,
            "policies/advertising.md": Life.research.with { $0.id = "advertising" }.text,
          ], "2026-01-06"),
      ], finds: ["error policy-id-changed"]),
    HistoryCase(
      "a rule comes back with other words",
      [
        HistoryCase.policy(.released.withThirdRule(), "2026-01-08"),
        HistoryCase.policy(.released2, "2026-03-04"),
        HistoryCase.policy(
          .released2.revised(to: 3, on: "2026-05-11").withThirdRule("Paying others to advertise."),
          "2026-05-11"),
      ], finds: ["error rule-id-reused"]),
    HistoryCase(
      "a rule of another policy is taken",
      [
        HistoryCase.policy(.released, "2026-01-08"),
        HistoryCase.files(
          ["policies/other.md": other.replacing("DRA-1", with: "SAM-2")], "2026-01-09"),
      ], finds: ["error rule-id-reused"]),
    HistoryCase(
      "a record is removed",
      [
        HistoryCase.policy(.research, "2026-01-05"),
        HistoryCase.files([record: "bylaw-record/v1\n"], "2026-01-06"),
        HistoryCase.files([record: nil], "2026-01-07"),
      ], finds: ["error record-changed", "note record-malformed"]),
    HistoryCase(
      "a record is changed",
      [
        HistoryCase.policy(.research, "2026-01-05"),
        HistoryCase.files([record: "bylaw-record/v1\n"], "2026-01-06"),
        HistoryCase.files([record: "bylaw-record/v1\nmore\n"], "2026-01-07"),
      ], finds: ["error record-changed", "note record-malformed", "note record-malformed"]),
    HistoryCase(
      "a record that nobody can read lands",
      [
        HistoryCase.policy(.research, "2026-01-05"),
        HistoryCase.files([record: "bylaw-record/v1\n"], "2026-01-06"),
        HistoryCase.policy(.development, "2026-01-07"),
      ], finds: ["note record-malformed"]),
    HistoryCase(
      "a release lands late",
      [
        HistoryCase.policy(.implementation, "2026-01-07"),
        HistoryCase.policy(.released, "2026-01-12"),
      ], finds: ["warning release-announced-late"]),
    HistoryCase(
      "settings cannot be read before a landing",
      [
        HistoryCase.files(["bylaw.yml": "workspace: [\n"], "2026-01-04"),
        HistoryCase.files(
          ["bylaw.yml": SoundSample.settings, Life.path: Life.research.text], "2026-01-05"),
      ], finds: ["error settings-unreadable"]),
  ]
}
