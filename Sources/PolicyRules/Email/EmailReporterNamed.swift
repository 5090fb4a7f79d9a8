import CommonMark
package import PolicyModel

package enum EmailReporterNamed: PolicyRule {
  package static let description = RuleDescription(
    "email-reporter-named", .fixed(.error), "No e-mail names who reported.",
    why: "People report only where it is safe to. One slip puts a person in danger.",
    failing: SampleLetter.warning(more: " It was reported by {{reporter.name}}."),
    passing: SampleLetter.sound)

  package static let coversCommon = true

  /// Parts of names that speak of whoever made a report, whatever the workspace declares.
  private static let words: Set<String> = [
    "reporter", "reporters", "complainant", "complainer", "accuser", "informant", "informer",
    "whistleblower", "witness", "victim", "flagger", "notifier", "plaintiff", "reportedby",
    "flaggedby", "reporting",
  ]

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    for letter in subject.letters {
      for use in letter.uses { check(use.name, use.range, subject, &findings) }
      for condition in letter.conditions {
        check(condition.value, condition.range, subject, &findings)
      }
    }
  }

  private static func check(
    _ name: String, _ range: SourceRange, _ subject: PolicySubject,
    _ findings: inout FindingCollector
  ) {
    guard !subject.context.harmlessVariables.contains(name), names(name) else { return }
    findings.report(
      description, at: range, "`\(name)` would name who reported",
      help: "Remove it: say what was seen, never by whom.")
  }

  /// Whether a variable of that name speaks of whoever made a report.
  static func names(_ variable: String) -> Bool {
    let parts = variable.split { $0 == "." || $0 == "_" }.map(String.init)
    let pairs = zip(parts, parts.dropFirst()).map { $0 + $1 }
    return (parts + pairs).contains { words.contains($0) }
  }
}
