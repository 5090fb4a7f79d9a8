import CommonMark
package import PolicyModel
package import PolicyReading

/// Holds policies to the rules. Each call looks at one file, so that calls can run on any number of
/// cores.
package struct PolicyChecker: Sendable {
  package let context: CheckContext

  package init(context: CheckContext) { self.context = context }

  /// For a workspace whose files were all read.
  package init(
    _ readings: [PolicyReading], common: PolicyReading?, workspace: Workspace,
    pages: some Sequence<String> = [], assets: Set<String>? = nil, today: CalendarDate
  ) {
    var index = WorkspaceIndex(readings.lazy.compactMap(\.policy), pages: pages, assets: assets)
    for reading in readings where reading.policy == nil {
      if let id = reading.claimedID { index.add(unreadable: id) }
    }
    context = CheckContext(
      workspace: workspace, common: common?.policy, index: index, today: today)
  }

  /// What is wrong with one policy: the findings of reading it and those of the rules, weighed as
  /// the workspace wants them, without those that the policy allows itself; in order.
  package func check(
    _ reading: PolicyReading, as kind: PolicyReader.Kind = .policy
  ) -> [Finding] {
    guard let policy = reading.policy else {
      return weighed(reading.findings + leftOut(reading.leftOut, in: reading.source)).sorted()
    }
    var findings = FindingCollector(
      file: reading.source, stage: kind == .common ? .iteration : policy.facts.heldStage)
    if policy.facts.owesPerformable { findings.debt = .performable }
    let subject = PolicySubject(policy: policy, context: context, reading: reading.findings)
    for rule in kind == .common ? RuleCatalog.commonRules : RuleCatalog.policyRules {
      rule.check(subject, &findings)
    }
    let all = reading.findings + findings.findings
    var judge = FindingCollector(file: reading.source)
    let kept = Allowances.applied(to: weighed(all), of: policy, &judge)
    let more = leftOut(reading.leftOut + findings.leftOut, in: reading.source)
    return (kept + weighed(judge.findings) + more).sorted()
  }

  /// All findings of all files, in order.
  package func check(_ readings: [PolicyReading], common: PolicyReading?) -> [Finding] {
    var findings = readings.flatMap { check($0) }
    if let common { findings += check(common, as: .common) }
    return findings.sorted()
  }

  /// Turned up, down or off by `rules` in bylaw.yml.
  private func weighed(_ findings: [Finding]) -> [Finding] {
    Self.weighed(findings, in: context.workspace)
  }

  package static func weighed(_ findings: [Finding], in workspace: Workspace) -> [Finding] {
    let severities = workspace.severities
    guard !severities.isEmpty else { return findings }
    return findings.compactMap { finding in
      guard let override = severities[finding.rule], !RuleCatalog.isGuarded(finding.rule) else {
        return finding
      }
      guard let severity = override else { return nil }
      var finding = finding
      finding.severity = severity
      return finding
    }
  }

  private func leftOut(_ count: Int, in file: SourceFile) -> [Finding] {
    guard count > 0 else { return [] }
    var findings = FindingCollector(file: file)
    findings.report(
      .fileFindingsLeftOut, at: 0..<0,
      count == 1 ? "One more finding is not shown" : "\(count) more findings are not shown",
      help: "Mend those that are shown, then check again.")
    return findings.findings
  }
}

extension RuleDescription {
  static let fileFindingsLeftOut = RuleDescription(
    "file-findings-left-out", .fixed(.note),
    "A file shows at most \(FindingCollector.maximumCount) findings.",
    why: "More of them say nothing new, and would bury what other files have to say.")
}
