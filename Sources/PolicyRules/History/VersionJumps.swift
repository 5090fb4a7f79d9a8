package import PolicyModel

package enum VersionJumps: HistoryRule {
  package static let description = RuleDescription(
    "version-jumps", .fixed(.error), "A `version` rises by one, and only with a `revise`.",
    why: "Readers count on it that version 3 follows version 2. A number without its step is a "
      + "revision that nobody announced.",
    failing: .landings("One landing sets `version: 2`, and appends nothing to `history`."),
    passing: .landings("One landing appends the step back to development, and sets `version: 2`."))

  package static func check(_ subject: HistorySubject, _ findings: inout HistoryFindings) {
    guard let path = subject.path, case .jumps(let version, let expected) = path.versionFault
    else { return }
    findings.report(
      description, subject, "`version` is \(version), where its steps lead to \(expected)",
      help: "Set it to \(expected); `bylaw revise` begins the next version.")
  }
}
