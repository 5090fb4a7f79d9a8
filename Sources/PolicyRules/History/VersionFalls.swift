package import PolicyModel
import PolicyProjection

package enum VersionFalls: HistoryRule {
  package static let description = RuleDescription(
    "version-falls", .fixed(.error), "A `version` falls only with a `withdraw`.",
    why: "Sign-offs name a version. A number that goes back would let them count for other words.",
    failing: .landings("Version 3 is in development. One landing sets `version: 2`."),
    passing: .landings(
      "Version 3 is in development. One landing withdraws it: the file holds version 2 again."))

  package static func check(_ subject: HistorySubject, _ findings: inout HistoryFindings) {
    guard let path = subject.path, let after = subject.after else { return }
    if case .falls(let from, let to) = path.versionFault {
      findings.report(
        description, subject, "`version` fell from \(from) to \(to) without a `withdraw`",
        help: "Set it back to \(path.end.version); `bylaw withdraw` gives a version up.")
    }
    let sides = subject.judgement.sides.filter {
      $0.version > after.version && !after.withdrawn.contains($0.version)
    }
    if let highest = sides.map(\.version).max() {
      findings.report(
        description, subject,
        "A merge brought version \(highest) back to \(after.version) without a `withdraw`",
        notes: sides.map { "Version \($0.version) is in \($0.commit.short)." },
        help: "Merge again, and keep the higher number.")
    }
  }
}
