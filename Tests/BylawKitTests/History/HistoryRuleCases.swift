import PolicyModel
import PolicyRules
import Testing

@testable import BylawKit

extension Life {
  /// With a third rule, which has a severity like the others.
  func withThirdRule(_ words: String = "Asking others to advertise.") -> Life {
    edited("- **SAM-2** Hiding", "- **SAM-3** \(words)\n- **SAM-2** Hiding")
      .edited("SAM-1, SAM-2 |", "SAM-1, SAM-2, SAM-3 |")
  }

  /// With rounds on the rule; `outcomes` has one for each, and nothing for one that is open.
  func withRounds(_ outcomes: [String?], groups: String = "[]", from first: Int = 1)
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

extension HistoryRuleTests {
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

  static let record =
    "policies/signoffs/unwanted-advertising/v1-r1-legal-ana@example.com-1.signoff"

  static let other = SoundSample.neighbour.replacing(
    "history:\n  - {stage: research, on: 2026-05-04, by: mira@example.com}",
    with: "history:\n  - {stage: research, on: 2026-01-04, by: mira@example.com}")
}
