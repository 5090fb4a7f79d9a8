import CommonMark
import PolicyModel

/// What a policy suppresses with `allow`, each with a reason.
enum Allowances {
  /// `findings` without the allowed ones; entries that allow nothing, or may not, are reported.
  static func applied(
    to findings: [Finding], of policy: Policy, _ judge: inout FindingCollector
  ) -> [Finding] {
    guard !policy.facts.allow.isEmpty else { return findings }
    var allowed: Set<RuleID> = []
    for allowance in policy.facts.allow {
      let range = policy.source.text.locate(allowance.rule.name, in: allowance.range)
      if RuleCatalog.description(of: allowance.rule) == nil {
        judge.report(
          .allowUnknownRule, at: range, "`\(allowance.rule)` is not the name of a rule",
          help: nearestName(to: allowance.rule.name, among: RuleCatalog.names).map {
            "Did you mean `\($0)`?"
          } ?? "Run `bylaw explain` for the list.")
      } else if RuleCatalog.isGuarded(allowance.rule) {
        judge.report(
          .allowRefused, at: range, "`\(allowance.rule)` cannot be allowed",
          explanation: "It guards what can be read and published at all.",
          help: "Mend the finding, and remove the entry.")
      } else if !findings.contains(where: { $0.rule == allowance.rule }) {
        judge.report(
          .allowUnused, at: range, "`\(allowance.rule)` is allowed, and nothing breaks it",
          help: "Remove the entry.")
      } else {
        allowed.insert(allowance.rule)
      }
    }
    return findings.filter { !allowed.contains($0.rule) }
  }
}

extension RuleDescription {
  static let allowanceRules: [RuleDescription] = [allowUnknownRule, allowRefused, allowUnused]

  static let allowUnknownRule = RuleDescription(
    "allow-unknown-rule", .fixed(.warning), "An entry of `allow` names a rule.",
    why: "An entry with a slip of the pen suppresses nothing, and nobody notices.",
    failing: .frontMatter("allow: [{rule: policy-sumary-long, reason: Two clauses are needed.}]"),
    passing: .frontMatter(
      """
      summary: \(SoundSample.longSummary)
      allow: [{rule: policy-summary-long, reason: Two clauses are needed.}]
      """))

  static let allowRefused = RuleDescription(
    "allow-refused", .fixed(.error), "What guards publication cannot be allowed.",
    why: "A file that cannot be read, or whose keys are wrong, says nothing reliable: no reason "
      + "makes up for that.",
    failing: .frontMatter("allow: [{rule: key-unknown, reason: We like it.}]"),
    passing: .frontMatter("allow: []"))

  static let allowUnused = RuleDescription(
    "allow-unused", .fixed(.warning), "An entry of `allow` suppresses something.",
    why: "An entry that is no longer needed would hide the next finding of its kind.",
    failing: .frontMatter("allow: [{rule: policy-summary-long, reason: Two clauses are needed.}]"),
    passing: .frontMatter(
      """
      summary: \(SoundSample.longSummary)
      allow: [{rule: policy-summary-long, reason: Two clauses are needed.}]
      """))
}
