package import PolicyModel

package enum VersionChangeMissing: PolicyRule {
  package static let description = RuleDescription(
    "version-change-missing", .atGate(.performable), "A version has an entry in `changes`.",
    why: "Readers are told in plain words what is new. The entry also gives the class of the "
      + "change, and so the notice that it needs.",
    failing: .frontMatter("version: 2"),
    passing: .frontMatter("version: 1"))

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    let facts = subject.facts
    guard let version = facts.version, let stage = facts.stage?.value,
      stage == .implementation || stage == .iteration,
      !facts.changes.contains(where: { $0.version == version.value }),
      !subject.isBroken("value-unknown", "value-type", "key-missing")
    else { return }
    findings.report(
      description, at: version.range, "Version \(version.value) has no entry in `changes`",
      explanation: Gate.performable.demand,
      help: "Add - {version: \(version.value), class: …, summary: …} at the top of `changes`.")
  }
}
