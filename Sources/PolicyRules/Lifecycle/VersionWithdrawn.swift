package import PolicyModel

package enum VersionWithdrawn: PolicyRule {
  package static let description = RuleDescription(
    "version-withdrawn", .fixed(.error), "A version that was given up is never used again.",
    why: "Two texts under one number would make it impossible to say which one was approved.",
    failing: .frontMatter("withdrawn: [1]"), passing: .frontMatter("withdrawn: [2]"))

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    guard let version = subject.facts.version else { return }
    for withdrawn in subject.facts.withdrawn where withdrawn.value == version.value {
      findings.report(
        description, at: withdrawn.range, "Version \(version.value) is current and withdrawn",
        help: "Give the current text the next number.")
    }
  }
}
