import CommonMark
package import PolicyModel

package enum EmailVariableUndeclared: PolicyRule {
  package static let description = RuleDescription(
    "email-variable-undeclared", .fixed(.error), "Every variable of an e-mail is declared.",
    why: "Nothing would fill it in: the customer would read braces, or a gap.",
    failing: SampleLetter.warning(more: " Your case is {{ticket.nr}}."),
    passing: SampleLetter.warning(more: " Your case is {{ticket.id}}."))

  package static let coversCommon = true

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
    let variables = subject.workspace.emails.variables
    guard variables[name] == nil else { return }
    findings.report(
      description, at: range, "`\(name)` is not a variable",
      help: nearestName(to: name, among: variables.keys).map { "Did you mean `\($0)`?" }
        ?? "Add it to `emails.variables` in bylaw.yml.")
  }
}
