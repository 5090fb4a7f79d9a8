import CommonMark
package import PolicyModel
import PolicyProjection
import PolicyRules

/// The comment on a pull request: what the change does to each policy, whether it may, and who must act
/// next. Words from files stay words.
package struct ChangeComment: Sendable {
  let result: ChangeCheckJob.Result
  /// All that was found, in the files too.
  let findings: [Finding]
  let base: String

  /// Forges take a comment of 65 536 characters at most.
  static let maximum = 55_000
  static let maximumRedline = 9_000

  package init(_ result: ChangeCheckJob.Result, findings: [Finding], base: String) {
    self.result = result
    self.findings = findings.filter { $0.severity >= .warning }
    self.base = base
  }

  package var text: String {
    let policies = result.report.policies
    var out = "## Policies in this change\n\n\(opening)\n"
    if !whole.isEmpty { out += "\n### The change as a whole\n\n" + whole.map(line).joined() }
    for (index, policy) in policies.enumerated() {
      let section = section(policy)
      guard out.utf8.count + section.utf8.count < Self.maximum else {
        let rest = policies.count - index
        out += "\n… and \(rest) more \(rest == 1 ? "policy" : "policies"): "
        return out + "run `bylaw check --base` for all.\n"
      }
      out += "\n" + section
    }
    return out
  }

  /// What is said of the policies that the change touches.
  private var own: [Finding] {
    let paths = Set(result.report.policies.map(\.path))
    return findings.filter { finding in finding.location.map { paths.contains($0.path) } ?? false }
  }

  /// What is said of the branch, and not of one of its policies.
  private var whole: [Finding] {
    let own = own
    return findings.filter { finding in
      (RuleCatalog.isAboutChange(finding.rule) || finding.rule == "record-stray")
        && !own.contains(finding)
    }
  }

  private var opening: String {
    let report = result.report
    let place = "the next landing on \(ForgeText.code(base)) (`\(report.base.short)`)"
    guard !report.policies.isEmpty else { return "Judged as \(place), it touches no policy." }
    let errors = (own + whole).count { $0.severity == .error }
    let others = findings.count { $0.severity == .error } - errors
    let waiting = report.policies.flatMap(\.scopes).count { !$0.isApproved }
    let verdict =
      errors == 0
      ? waiting == 0
        ? "Nothing stands in its way."
        : "No error stands in its way, and \(waiting) \(waiting == 1 ? "scope waits" : "scopes wait") "
          + "for sign-offs."
      : "**\(errors) \(errors == 1 ? "error stands" : "errors stand") in its way.**"
    let elsewhere =
      others == 0
      ? "" : " `bylaw check` finds \(others) \(others == 1 ? "error" : "errors") in other files."
    return "Judged as \(place), by the settings there. \(verdict)\(elsewhere)"
  }

  // MARK: One policy

  private func section(_ policy: ChangeReport.PolicyChange) -> String {
    var out = "### \(ForgeText.words(policy.title)) (\(ForgeText.code(policy.policy)))\n\n"
    out += state(policy) + "\n"
    if !policy.steps.isEmpty {
      out += "\n**Steps**\n\n" + policy.steps.map(line).joined()
    }
    let own = findings.filter { $0.location?.path == policy.path }
    if !own.isEmpty { out += "\n**Findings**\n\n" + own.map(line).joined() }
    var told: [String] = []
    out += signOffs(policy, &told) + translations(policy) + next(policy) + redline(policy, &told)
    return out
  }

  private func state(_ policy: ChangeReport.PolicyChange) -> String {
    guard let stage = policy.stage, let version = policy.version else {
      return "The policy is gone, or cannot be read."
    }
    var out = "Version \(version), in \(stage.rawValue)."
    if policy.stageBefore == nil { out = "New. " + out }
    if let before = policy.versionBefore, before != version {
      out += " It was version \(before)."
    }
    if stage == .iteration {
      out +=
        policy.isPublished
        ? " These words are approved." : " These words are not approved: readers do not see them."
    }
    return out
  }

  private func line(_ step: ChangeReport.Step) -> String {
    let from = step.from?.rawValue ?? "nothing"
    let verb = step.verb.map { " (`\($0.rawValue)`\(step.isUrgent ? ", urgent" : ""))" } ?? ""
    var out = "- \(from) → \(step.to.rawValue)\(verb): "
    out += step.isAllowed ? "allowed\n" : "**not allowed**\n"
    for problem in step.problems { out += "  - \(ForgeText.inline(problem))\n" }
    return out
  }

  private func line(_ finding: Finding) -> String {
    let place = finding.location.map { $0.line.isEmpty ? "" : " (line \($0.start.line))" } ?? ""
    var out = "- **\(finding.severity.rawValue)** \(ForgeText.inline(finding.headline))\(place). "
    if let help = finding.help { out += ForgeText.inline(help) }
    return out + "\n"
  }

  // MARK: Sign-offs

  /// `shown` are the redlines that stand above already.
  private func signOffs(_ policy: ChangeReport.PolicyChange, _ shown: inout [String]) -> String {
    guard !policy.scopes.isEmpty else { return "" }
    var out = "\n**Sign-offs**\n\n"
    for scope in policy.scopes {
      let approvals = scope.approvals.map(words)
      let list = approvals.isEmpty ? "" : ": " + approvals.joined(separator: ", ")
      out += "- `\(scope.scope.rawValue)` "
      out += (scope.isApproved ? "is approved" : "is **not approved**") + list + "\n"
    }
    var told: Set<String> = []
    for refused in policy.scopes.flatMap(\.refused) where told.insert(refused.record).inserted {
      out += "\n**\(refused.state.prefix(1).uppercased() + refused.state.dropFirst())**: "
      out += "\(ForgeText.code(refused.record)). \(ForgeText.inline(refused.reason)). "
      out += (refused.help.map(ForgeText.inline) ?? "") + "\n"
      if refused.state == "stale", let since = result.since[refused.record], !since.isEmpty {
        out += details("What changed since it was signed", text(since), &shown)
      }
    }
    return out
  }

  private func words(_ approval: ChangeReport.Approval) -> String {
    let group = ForgeText.words(name(approval.group))
    let standIn = approval.isStandIn ? ", " + ScopeVerdict.standingIn(for: group) : ""
    let forge = approval.isToldByForge ? ", \(ScopeVerdict.toldByForge)" : ""
    return "\(group) (\(ForgeText.code(approval.reviewer))\(standIn)\(forge))"
  }

  private func translations(_ policy: ChangeReport.PolicyChange) -> String {
    guard !policy.translations.isEmpty else { return "" }
    var out = "\n**Translations**\n\n"
    for translation in policy.translations {
      let who =
        translation.isApproved
        ? translation.approvals.map(words) : translation.missing.map(name).map(ForgeText.words)
      out += "- \(ForgeText.code(translation.locale)) "
      out += translation.isApproved ? "is approved" : "is **not approved**"
      out += (who.isEmpty ? "" : ": " + who.joined(separator: ", ")) + "\n"
    }
    return out
  }

  private func next(_ policy: ChangeReport.PolicyChange) -> String {
    guard !policy.missing.isEmpty else { return "" }
    let gate = policy.gate.map { $0 == .living ? "" : " for “\($0.adjective)”" } ?? ""
    var out = "\n**Next\(gate)**\n\n"
    var told: Set<String> = []
    for task in policy.missing {
      let who = task.who.map(ForgeText.code).joined(separator: " or ")
      let command = task.command.map(ForgeText.code)
      let deed = [who, command ?? ""].filter { !$0.isEmpty }.joined(separator: ": ")
      let line =
        "- **\(task.state.replacing("-", with: " "))**: \(ForgeText.inline(task.title)). \(deed)\n"
      // One record answers several conditions.
      if told.insert(who + (task.command ?? task.title)).inserted { out += line }
    }
    return out
  }

  private func redline(_ policy: ChangeReport.PolicyChange, _ shown: inout [String]) -> String {
    guard let redline = result.redlines[policy.policy] else {
      return policy.stage == nil ? "" : "\nNothing of it was approved before.\n"
    }
    guard !redline.isEmpty else { return "\nIts words are those that were approved.\n" }
    let count = redline.entries.count
    let title =
      "What changes against the approved words: \(count) \(count == 1 ? "change" : "changes")"
    return details(title, text(redline), &shown)
  }

  /// The same changes are shown once.
  private func details(_ title: String, _ text: String, _ shown: inout [String]) -> String {
    guard !shown.contains(text) else { return "\n\(title): the same as above.\n" }
    shown.append(text)
    return "\n" + ForgeText.details(title, text)
  }

  private func text(_ redline: Redline) -> String {
    ForgeText.cut(
      RedlineMarkdown().text(redline), at: Self.maximumRedline,
      more: "… and more: see it on your machine with `bylaw diff`.")
  }

  private func name(_ group: String) -> String { result.groups[group] ?? group }
}
