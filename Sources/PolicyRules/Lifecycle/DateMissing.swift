import CommonMark
package import PolicyModel

package enum DateMissing: PolicyRule {
  package static let description = RuleDescription(
    "date-missing", .fixed(.error), "A policy in iteration has both of its dates.",
    why: "Without them nobody can say whether a rule was in force on the day of the conduct.",
    failing: .frontMatter("# effective: 2026-02-16"),
    passing: .frontMatter("announced: 2026-01-12\neffective: 2026-02-16"))

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    guard subject.facts.stage?.value == .iteration, !subject.isBroken("date-invalid", "value-type")
    else { return }
    let dates = [
      ("announced", subject.facts.announced, "the day on which notice is given"),
      ("effective", subject.facts.effective, "the day from which it binds"),
    ]
    for (key, date, meaning) in dates where date == nil {
      findings.report(
        description, at: subject.stageRange, "`\(key)` is missing from a policy in iteration",
        help: "Add `\(key):` with \(meaning).")
    }
  }
}
