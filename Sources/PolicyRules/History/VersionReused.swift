package import PolicyModel

package enum VersionReused: HistoryRule {
  package static let description = RuleDescription(
    "version-reused", .fixed(.error), "A new version has a number that none had before.",
    why: "Records of the version that had the number would count for words that nobody signed.",
    failing: .landings("Version 2 was withdrawn. The next revision is called version 2 again."),
    passing: .landings("Version 2 was withdrawn. The next revision is version 3."))

  package static func check(_ subject: HistorySubject, _ findings: inout HistoryFindings) {
    guard let path = subject.path, case .reused(let version, let expected) = path.versionFault
    else { return }
    findings.report(
      description, subject, "`version` is \(version), a number that was used before",
      help: "The next number that is free is \(expected).")
  }
}
