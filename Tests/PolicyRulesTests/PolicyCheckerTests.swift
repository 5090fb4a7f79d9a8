import CommonMark
import PolicyModel
import PolicyReading
import PolicyRules
import Testing

@Suite struct `A finding on a link` {
  @Test(
    arguments: [
      ("See [a][x] and foo:b.\n\n[x]: foo:b", "[x]: "),
      ("See [x].\n\n[x]: <foo:b> \"t\"", "[x]: <"),
      ("See [x].\n\n[x]:\n  foo:b", "[x]:\n  "), ("Of foo:b, see [words](foo:b).", "(",),
      ("Of foo:b, see [words]( <foo:b>).", "( <"), ("Of x, see <foo:b>.", "see <"),
      ("See ![][x].\n\n> [x]: foo:b", "> [x]: "),
    ])
  func `points at its address, wherever that is written`(text: String, before: String) throws {
    let workbench = Workbench(.part("## What's allowed\n\n- One.\n\n\(text)\n"))
    let finding = try #require(workbench.findings.first { $0.rule == "link-scheme" })
    let source = SourceText(workbench.policies[0].text)
    let range = try #require(finding.location?.range)
    #expect(source.string(range) == "foo:b")
    #expect(source.string(0..<range.lowerBound).hasSuffix(before))
  }
}

@Suite struct `A finding` {
  private static let long = RuleDescription.Example.frontMatter(
    "summary: \(SoundSample.longSummary)")

  @Test func `vanishes where the policy allows it with a reason`() {
    let allowed = Workbench(
      .frontMatter(
        """
        summary: \(SoundSample.longSummary)
        allow: [{rule: policy-summary-long, reason: Two clauses are needed.}]
        """))
    #expect(Workbench(Self.long).rules.contains("policy-summary-long"))
    #expect(allowed.ownFindings.map(\.line) == [])
  }

  @Test func `weighs what the workspace says`() {
    for (weight, severity) in [
      ("error", Severity.error), ("warning", .warning), ("advice", .advice),
    ] {
      var workbench = Workbench(Self.long)
      workbench.settings += "\n"
      workbench.settings = workbench.settings.split(separator: "rules: {}")
        .joined(separator: "rules: {policy-summary-long: \(weight)}")
      #expect(workbench.ownFindings.map(\.severity) == [severity])
    }
  }

  @Test func `is not there where the workspace turns its rule off, so that allowing it is unused`()
  {
    var workbench = Workbench(
      .frontMatter(
        """
        summary: \(SoundSample.longSummary)
        allow: [{rule: policy-summary-long, reason: Two clauses are needed.}]
        """))
    workbench.settings = workbench.settings.split(separator: "rules: {}")
      .joined(separator: "rules: {policy-summary-long: off}")
    #expect(workbench.ownFindings.map(\.rule) == ["allow-unused"])
  }

  @Test func `that guards publication is kept, and so is its weight`() {
    var workbench = Workbench(
      .frontMatter("sumary: Pay.\nallow: [{rule: key-unknown, reason: We like it.}]"))
    workbench.settings = workbench.settings.split(separator: "rules: {}")
      .joined(separator: "rules: {key-unknown: off}")
    let rules = workbench.ownFindings.map(\.rule)
    #expect(rules == ["settings-rule-guarded", "key-unknown", "allow-refused"])
  }

  @Test func `of a rule with another name suggests the nearest`() throws {
    let finding = try #require(
      Workbench(.frontMatter("allow: [{rule: decison-loop, reason: We like it.}]")).ownFindings
        .first)
    #expect(finding.rule == "allow-unknown-rule")
    #expect(finding.help == "Did you mean `decision-loop`?")
  }
}

@Suite struct `What a gate asks for` {
  private static func severities(_ stage: String, urgent: Bool = false) -> Set<Severity> {
    let steps = ["research", "development", "implementation", "iteration"]
    let taken = steps.prefix(through: steps.firstIndex(of: stage) ?? 0)
    let history = taken.enumerated().map { index, step in
      "  - {stage: \(step), on: 2026-0\(index + 1)-01, by: mira@example.com"
        + (urgent && step == "iteration" ? ", reason: Harm., urgent: true}" : "}")
    }
    var workbench = Workbench(
      .frontMatter("stage: \(stage)\nhistory:\n\(history.joined(separator: "\n"))"))
    // No decision: the gate “performable” asks for one.
    let start = "### Decision", end = "### Calibration"
    let before = workbench.policies[0].text.split(separator: start)[0]
    let after = workbench.policies[0].text.split(separator: end, maxSplits: 1)[1]
    workbench.policies[0].text = before + end + after
    return Set(workbench.ownFindings.filter { $0.rule == "section-missing" }.map(\.severity))
  }

  @Test func `is advice in the stage before the gate, an error behind it, and nothing earlier`() {
    #expect(Self.severities("research").isEmpty)
    #expect(Self.severities("implementation") == [.advice])
    #expect(Self.severities("iteration") == [.error])
  }

  @Test func `is a debt where the release was urgent`() {
    #expect(Self.severities("iteration", urgent: true) == [.warning])
  }

  @Test func `counts as there where common.md has it`() {
    var workbench = Workbench(.part("## E-mails\n\n### Education\n\n- **Subject:** A rule"))
    #expect(workbench.rules.contains("email-missing"))
    workbench.common =
      (workbench.common ?? "") + "\n## E-mails\n\n"
      + SoundSample.letters.joined(separator: "\n\n") + "\n"
    #expect(!workbench.rules.contains("email-missing"))
  }
}

@Suite struct `Policies that clash` {
  @Test func `over an id are both told, each with the place of the other`() throws {
    var workbench = Workbench()
    workbench.policies[1].text = SoundSample.neighbour.split(separator: "sample-draft")
      .joined(separator: "unwanted-advertising")
      .split(separator: "DRA-1").joined(separator: "SAM-1")
    // That the rules are in both files as well follows from that.
    #expect(!workbench.rules.contains("rule-id-duplicate"))
    let clashes = workbench.findings.filter { $0.rule == "policy-id-duplicate" }
    #expect(clashes.compactMap(\.location?.path) == workbench.policies.map(\.path).sorted())
    for clash in clashes {
      let other = try #require(clash.notes.first?.location?.path)
      #expect(other != clash.location?.path)
    }
  }

  @Test func `over a rule id are both told`() {
    var workbench = Workbench()
    workbench.policies[1].text = SoundSample.neighbour.split(separator: "DRA-1")
      .joined(separator: "SAM-1")
    let clashes = workbench.findings.filter { $0.rule == "rule-id-duplicate" }
    #expect(clashes.count == 2)
    #expect(clashes.allSatisfy { $0.notes.count == 1 })
  }
}

@Suite struct `What no example can show` {
  @Test func `a letter that can grow too large`() {
    let long =
      String(repeating: "These words go on and on.\n", count: 1_900) + "\n"
      + String(repeating: "They do.\n\n", count: 300)
    #expect(
      Workbench(.message("### Reminder\n\n- **Subject:** It ends\n\n" + long)).rules
        .contains("email-too-large"))
  }

  @Test func `findings beyond the limit of a file`() {
    let rows = (0..<250).map { "- **SAM-\($0 + 10)** A rule.\n" }.joined()
    let workbench = Workbench(.part("## What's not allowed\n\n" + rows))
    let findings = workbench.ownFindings
    #expect(findings.contains { $0.rule == "file-findings-left-out" && $0.severity == .note })
    #expect(findings.count <= 2 * FindingCollector.maximumCount + 1)
  }

  @Test
  func `a policy of another file with the same broken front-matter has only reading findings`() {
    var workbench = Workbench()
    workbench.policies[0].text = "---\nid: [\n---\n"
    #expect(workbench.ownFindings.map(\.rule) == ["yaml-syntax"])
  }
}
