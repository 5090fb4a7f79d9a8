import PolicyModel
import PolicyRules
import Testing

@testable import BylawKit

extension Life {
  /// With a third rule, which has a severity like the others.
  fileprivate func withThirdRule(_ words: String = "Asking others to advertise.") -> Life {
    edited("- **SAM-2** Hiding", "- **SAM-3** \(words)\n- **SAM-2** Hiding")
      .edited("SAM-1, SAM-2 |", "SAM-1, SAM-2, SAM-3 |")
  }

  /// With rounds on the rule; `outcomes` has one for each, and nothing for one that is open.
  fileprivate func withRounds(_ outcomes: [String?], groups: String = "[]", from first: Int = 1)
    -> Life
  {
    with { life in
      life.rounds = outcomes.enumerated().map { index, outcome in
        "{round: \(first + index), version: 1, opened: 2026-01-06, scopes: [policy], "
          + "groups: \(groups), authors: [mira@example.com]"
          + (outcome.map { ", closed: 2026-01-06, outcome: \($0)}" } ?? "}")
      }
    }
  }
}

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

  static let roundCases: [HistoryCase] = [
    HistoryCase(
      "a closed round gets another outcome",
      [
        HistoryCase.policy(.development.withRounds(["changes-requested"]), "2026-01-06"),
        HistoryCase.policy(.development.withRounds(["approved"]), "2026-01-07"),
      ], finds: ["error round-rewritten"]),
    HistoryCase(
      "a closed round is opened again",
      [
        HistoryCase.policy(.development.withRounds(["approved"]), "2026-01-06"),
        HistoryCase.policy(.development.withRounds([nil]), "2026-01-07"),
      ], finds: ["error round-rewritten"]),
    HistoryCase(
      "a round is removed, and its number is used again",
      [
        HistoryCase.policy(.development.withRounds([nil]), "2026-01-06"),
        HistoryCase.policy(.development, "2026-01-07"),
        HistoryCase.policy(.development.withRounds([nil], groups: "[legal]"), "2026-01-08"),
      ], finds: ["error round-number-reused", "error round-rewritten"]),
    HistoryCase(
      "a round is removed, and comes back as it was",
      [
        HistoryCase.policy(.development.withRounds(["approved"]), "2026-01-06"),
        HistoryCase.policy(.development, "2026-01-07"),
        HistoryCase.policy(.development.withRounds(["approved"]), "2026-01-08"),
      ], finds: ["error round-rewritten"]),
    HistoryCase(
      "a second round takes the number of the first",
      [
        HistoryCase.policy(.development.withRounds(["approved"]), "2026-01-06"),
        HistoryCase.policy(
          .development.with {
            let old = Life.development.withRounds(["approved"]).rounds
            $0.rounds = old + Life.development.withRounds([nil]).rounds
          }, "2026-01-07"),
      ], finds: ["error round-number-reused"]),
    HistoryCase(
      "a round is closed as approved without a record",
      [
        HistoryCase.policy(.development.withRounds([nil], groups: "[legal]"), "2026-01-06"),
        HistoryCase.policy(.development.withRounds(["approved"], groups: "[legal]"), "2026-01-07"),
      ], finds: ["warning round-outcome-unfounded"]),
    HistoryCase(
      "a round is closed for an objection that nobody made",
      [
        HistoryCase.policy(
          .development.withRounds(["changes-requested"], groups: "[legal]"), "2026-01-06"),
        HistoryCase.policy(
          .development.withRounds(["changes-requested", nil], groups: "[legal]"), "2026-01-07"),
      ], finds: ["warning round-outcome-unfounded"]),
    HistoryCase(
      "a round is opened and withdrawn, and the next one follows",
      [
        HistoryCase.policy(.development.withRounds([nil], groups: "[legal]"), "2026-01-06"),
        HistoryCase.policy(.development.withRounds(["withdrawn"], groups: "[legal]"), "2026-01-07"),
        HistoryCase.policy(
          .development.withRounds(["withdrawn", nil], groups: "[legal]"), "2026-01-08"),
      ]),
  ]

  static let passing: [HistoryCase] = [
    HistoryCase(
      "each step lands by itself",
      [
        HistoryCase.policy(.research, "2026-01-05"), HistoryCase.policy(.development, "2026-01-06"),
        HistoryCase.policy(.implementation, "2026-01-07"),
        HistoryCase.policy(.released, "2026-01-08"), HistoryCase.policy(.revised, "2026-03-02"),
        HistoryCase.policy(.released2, "2026-03-04"),
      ]),
    HistoryCase(
      "a squash carries two advances",
      [
        HistoryCase.policy(.research, "2026-01-05"),
        HistoryCase.policy(.implementation, "2026-01-07"),
      ]),
    HistoryCase(
      "a squash carries a release and its withdrawal",
      [
        HistoryCase.policy(.released, "2026-01-08"),
        HistoryCase.policy(.withdrawn2, "2026-03-10"),
      ]),
    HistoryCase("a whole life lands at once", [HistoryCase.policy(.released, "2026-01-08")]),
    HistoryCase(
      "a version is withdrawn before its day, and the next takes the next number",
      [
        HistoryCase.policy(.released, "2026-01-08"), HistoryCase.policy(.released2, "2026-03-04"),
        HistoryCase.policy(.withdrawn2, "2026-03-10"),
        HistoryCase.policy(.withdrawn2.revised(to: 3, on: "2026-03-20"), "2026-03-20"),
      ]),
    HistoryCase(
      "a first version is withdrawn before its day",
      [
        HistoryCase.policy(.released, "2026-01-08"),
        HistoryCase.policy(
          .released.revised(to: 2, on: "2026-01-20").with { $0.withdrawn = [1] }, "2026-01-20"),
      ]),
    HistoryCase(
      "a policy is sent back with a reason",
      [
        HistoryCase.policy(.implementation, "2026-01-07"),
        HistoryCase.policy(
          .implementation.then("development", on: "2026-01-08", reason: "No."), "2026-01-08"),
      ]),
    HistoryCase(
      "a draft is deleted and comes back",
      [
        HistoryCase.policy(.research, "2026-01-05"),
        HistoryCase.files([Life.path: nil], "2026-01-06"),
        HistoryCase.policy(.development, "2026-01-07"),
      ]),
    HistoryCase(
      "a file is renamed",
      [
        HistoryCase.policy(.released, "2026-01-08"),
        HistoryCase.files(
          [Life.path: nil, "policies/spam/advertising.md": Life.released.text], "2026-02-01"),
        HistoryCase.files(["policies/spam/advertising.md": Life.revised.text], "2026-03-02"),
      ]),
    HistoryCase(
      "two files change places",
      [
        HistoryCase.files([Life.path: Life.released.text, "policies/b.md": other], "2026-01-08"),
        HistoryCase.files([Life.path: other, "policies/b.md": Life.released.text], "2026-01-09"),
      ]),
    HistoryCase(
      "an edit of words in force is reverted",
      [
        HistoryCase.policy(.released, "2026-01-08"),
        HistoryCase.policy(
          .released.edited("takes the place", "takes away the place"), "2026-03-01"),
        HistoryCase.policy(.released, "2026-03-02"),
      ]),
    HistoryCase(
      "a rule comes back with its words",
      [
        HistoryCase.policy(.released.withThirdRule(), "2026-01-08"),
        HistoryCase.policy(.released2, "2026-03-04"),
        HistoryCase.policy(
          .released2.revised(to: 3, on: "2026-05-11").withThirdRule(), "2026-05-11"),
      ]),
    HistoryCase(
      "settings of the past hold a key that nobody knows any more",
      [
        HistoryCase.files(["bylaw.yml": SoundSample.settings + "someday: 1\n"], "2026-01-03"),
        HistoryCase.policy(.implementation, "2026-01-07"),
        HistoryCase.policy(.released, "2026-01-08"),
        HistoryCase.files(["bylaw.yml": SoundSample.settings], "2026-01-09"),
      ]),
    HistoryCase(
      "settings are broken and mended by themselves",
      [
        HistoryCase.files(["bylaw.yml": "workspace: [\n"], "2026-01-03"),
        HistoryCase.files(["bylaw.yml": SoundSample.settings], "2026-01-04"),
        HistoryCase.policy(.research, "2026-01-05"),
      ]),
    HistoryCase(
      "a policy is retired with a reason",
      [
        HistoryCase.policy(.released, "2026-01-08"),
        HistoryCase.policy(
          .released.then("retired", on: "2026-04-01", reason: "Done.").with {
            $0.retired = "{on: 2026-05-01, reason: Done.}"
          }, "2026-04-01"),
      ]),
  ]

  private static let record =
    "policies/signoffs/unwanted-advertising/v1-r1-legal-ana@example.com-1.signoff"

  private static let other = SoundSample.neighbour.replacing(
    "history:\n  - {stage: research, on: 2026-05-04, by: mira@example.com}",
    with: "history:\n  - {stage: research, on: 2026-01-04, by: mira@example.com}")
}
