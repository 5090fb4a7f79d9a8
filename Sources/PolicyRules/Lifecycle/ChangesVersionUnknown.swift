package import PolicyModel

package enum ChangesVersionUnknown: PolicyRule {
  package static let description = RuleDescription(
    "changes-version-unknown", .fixed(.error),
    "An entry of `changes` speaks of a version there is.",
    why: "Readers would be told of a change that has not been made.",
    failing: .frontMatter("changes: [{version: 2, class: minor, summary: A word is clearer.}]"),
    passing: .frontMatter("changes: [{version: 1, class: significant, summary: The first rule.}]"))

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    guard let version = subject.facts.version?.value else { return }
    for change in subject.facts.changes where change.version > version {
      findings.report(
        description, at: change.range,
        "Version \(change.version) does not exist: the policy is at version \(version)",
        help: "Write the entry for version \(version), or raise `version` when a revision begins.")
    }
  }
}
