import CommonMark
import PolicyModel
import PolicyRules
import Testing

@testable import BylawKit

@Suite("The conditions of a gate")
struct GateTests {
  private static let day = CalendarDate(daysSinceEpoch: 20_465)

  /// One thing that is wrong, and what the gate then asks for.
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var gate: Gate
    var asks: String
    var policy: [[String]] = []
    var settings: [[String]] = []

    init(
      _ name: String, _ gate: Gate, asks: String, policy: [[String]] = [],
      settings: [[String]] = []
    ) {
      testDescription = name
      self.gate = gate
      self.asks = asks
      self.policy = policy
      self.settings = settings
    }
  }

  private static let group = [
    "groups: {}", "groups: {legal: {name: Legal, members: [mira@example.com]}}",
  ]

  static let cases: [Case] = [
    Case(
      "an owner", .comprehensive, asks: "policy-owner-missing",
      policy: [["owner: mira@example.com\n", ""]]),
    Case(
      "each kind of research", .comprehensive, asks: "research-missing",
      policy: [["kind: regulation", "kind: press"]]),
    Case(
      "the kinds that bylaw.yml names", .comprehensive, asks: "research-missing",
      settings: [["[internal-data, regulation]", "[internal-data, regulation, expert]"]]),
    Case(
      "the kinds of the theme", .comprehensive, asks: "research-missing",
      settings: [
        [
          "lifecycle:\n",
          "lifecycle:\n  themes: {platform-misuse: {comprehensive: {research: [expert]}}}\n",
        ]
      ]),
    Case(
      "a finding that somebody wrote", .comprehensive, asks: "research-missing",
      policy: [["finding: Paid posts must be recognisable as such.", "finding: What it says"]]),
    Case(
      "why we have this rule", .comprehensive, asks: "section-missing",
      policy: [["## Why we have this rule", "## Reasons"]]),
    Case(
      "why in words that are shown", .comprehensive, asks: "section-empty",
      policy: [
        ["People come here to ask", "<!-- People come here to ask"],
        ["the person who trusts it.", "the person who trusts it. -->"],
      ]),
    Case(
      "a summary", .goodFit, asks: "policy-summary-missing",
      policy: [["summary: Advertise only", "# summary: Advertise only"]]),
    Case(
      "a basis in the terms", .goodFit, asks: "policy-basis-missing",
      policy: [["kind: terms", "kind: principle"]]),
    Case(
      "what is allowed", .goodFit, asks: "section-missing",
      policy: [["## What's allowed", "## Fine"]]),
    Case(
      "what is not allowed", .goodFit, asks: "section-missing",
      policy: [["## What's not allowed", "## Not"]]),
    Case(
      "a rule in words", .goodFit, asks: "section-empty",
      policy: [["**SAM-1** Advertising where nobody asked for it.", "**SAM-1** <!-- later -->"]]),
    Case(
      "consequences", .goodFit, asks: "section-missing",
      policy: [["## What can happen", "## Then"]]),
    Case(
      "every action in words", .goodFit, asks: "consequences-action-missing",
      policy: [
        ["- **Warning**: we tell you that you broke the rule. Your account stays active.\n", ""]
      ]),
    Case(
      "severities", .goodFit, asks: "section-missing", policy: [["### Severity", "### Weight"]]),
    Case(
      "a severity for each rule", .goodFit, asks: "severity-rule-uncovered",
      policy: [["SAM-1, SAM-2 |", "SAM-1 |"]]),
    Case(
      "a ladder", .goodFit, asks: "section-missing",
      policy: [["### Enforcement ladder", "### Steps"]]),
    Case(
      "a ladder that grows, as soon as there is one", .comprehensive, asks: "ladder-milder-later",
      policy: [["| 1 | Notification | Warning |", "| 1 | Warning | Notification |"]]),
    Case(
      "a row of the ladder for each severity", .goodFit, asks: "ladder-severity-missing",
      policy: [["| 2 | Warning | Restriction | Block (serious) | Block (refused) |\n", ""]]),
    Case(
      "closed rounds", .goodFit, asks: "rounds-good-fit",
      settings: [
        group, ["good_fit: {rounds: 0, groups: []}", "good_fit: {rounds: 1, groups: [legal]}"],
      ]),
    Case(
      "the yes of each group to the rule", .goodFit, asks: "scope-policy-legal",
      settings: [
        group, ["good_fit: {rounds: 0, groups: []}", "good_fit: {rounds: 0, groups: [legal]}"],
      ]),
    Case(
      "the yes of each group of the theme", .goodFit, asks: "scope-policy-legal",
      settings: [
        group,
        [
          "lifecycle:\n",
          "lifecycle:\n  themes: {platform-misuse: {good_fit: {groups: [legal]}}}\n",
        ],
      ]),
    Case(
      "evidence", .performable, asks: "section-missing", policy: [["### Evidence", "### Proof"]]),
    Case(
      "a decision", .performable, asks: "section-missing",
      policy: [["### Decision", "### Deciding"]]),
    Case(
      "a decision that reaches each severity", .performable, asks: "decision-severity-unreached",
      policy: [["- Yes → severity 2", "- Yes → severity 1"]]),
    Case("e-mails", .performable, asks: "section-missing", policy: [["## E-mails", "## Letters"]]),
    Case(
      "an e-mail for each action", .performable, asks: "email-missing",
      policy: [["### Block\n", "### Blocking\n"]]),
    Case(
      "calibration cases", .performable, asks: "calibration-too-few",
      settings: [["calibration: 2", "calibration: 9"]]),
    Case(
      "an announcement that does not lie in the past", .performable, asks: "notice-announced",
      policy: [["announced: 2026-01-12", "announced: 2026-01-11"]]),
    Case(
      "notice of what is significant", .performable, asks: "notice-effective",
      policy: [["effective: 2026-02-16", "effective: 2026-02-10"]]),
    Case(
      "notice of what is minor", .performable, asks: "notice-effective",
      policy: [
        ["effective: 2026-02-16", "effective: 2026-01-20"],
        ["class: significant", "class: minor\n    class_reason: It was so before."],
      ]),
    Case(
      "both dates", .performable, asks: "notice", policy: [["effective: 2026-02-16\n", ""]]),
    Case(
      "an entry in the change log", .performable, asks: "change-class",
      policy: [["- version: 1\n    class", "- version: 9\n    class"]]),
    Case(
      "the class of change that it is", .performable, asks: "change-class",
      policy: [["class: significant", "class: minor"]]),
    Case(
      "closed rounds on what carries it out", .performable, asks: "rounds-performable",
      settings: [group, ["rounds: 0\n", "rounds: 1\n"], ["article: []", "article: [legal]"]]),
    Case(
      "the yes to the article", .performable, asks: "scope-article-legal",
      settings: [group, ["article: []", "article: [legal]"]]),
    Case(
      "the yes to the workflow", .performable, asks: "scope-workflow-legal",
      settings: [group, ["workflow: []", "workflow: [legal]"]]),
    Case(
      "the yes to the e-mails", .performable, asks: "scope-emails-legal",
      settings: [group, ["emails: [],", "emails: [legal],"]]),
    Case(
      "the yes to the release", .performable, asks: "scope-release-legal",
      settings: [group, ["release: []", "release: [legal]"]]),
  ]

  private func report(_ one: Case, for gate: Gate) async throws -> GateReport {
    func edited(_ text: String, _ edits: [[String]]) throws -> String {
      try edits.reduce(text) { text, edit in
        try #require(text.contains(edit[0]), "the sample holds no \(edit[0])")
        return text.replacing(edit[0], with: edit[1])
      }
    }
    let folder = try TemporaryFolder()
    try folder.write(SoundSample.settingsPath, try edited(SoundSample.settings, one.settings))
    try folder.write(SoundSample.commonPath, SoundSample.common)
    let draft = try edited(SoundSample.policy, one.policy)
      .replacing("stage: iteration\n", with: "stage: implementation\n")
      .replacing("  - {stage: iteration, on: \(Self.day), by: mira@example.com}\n", with: "")
    try folder.write(SoundSample.policyPath, draft)
    let desk = try await PolicyDesk.open(
      "unwanted-advertising", in: try folder.load(), today: Self.day)
    return desk.gateJudge(day: Self.day).report(for: gate)
  }

  @Test("are each asked for, at this gate and at every later one", arguments: cases)
  func condition(_ one: Case) async throws {
    let gates = [Gate.comprehensive, .goodFit, .performable]
    for gate in gates {
      let unmet = try await report(one, for: gate).unmetLeaves.map(\.id)
      if gate.stage < one.gate.stage {
        #expect(!unmet.contains(one.asks), "\(gate) asks for it too early")
      } else {
        #expect(unmet.contains(one.asks), "\(gate) lets it pass: \(unmet)")
      }
    }
  }

  @Test("are all met by the sample", arguments: [Gate.comprehensive, .goodFit, .performable])
  func sound(_ gate: Gate) async throws {
    let report = try await report(Case("", gate, asks: ""), for: gate)
    #expect(report.unmetLeaves.map(\.id) == [])
  }

  @Test("say who can mend what is missing, and with what")
  func help() async throws {
    let all = try await report(
      Case(
        "", .performable, asks: "",
        policy: [["owner: mira@example.com\n", "owner: mira@example.com\n"]],
        settings: [
          Self.group, ["release: []", "release: [legal]"], ["calibration: 2", "calibration: 9"],
        ]),
      for: .performable)
    for leaf in all.unmetLeaves { #expect(leaf.command != nil, "\(leaf.id) has no command") }
    #expect(all.unmetLeaves.count >= 2)
  }
}
