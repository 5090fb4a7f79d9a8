package import PolicyModel
import PolicyReading

package enum EmailSampleUnfit: PolicyRule {
  package static let description = RuleDescription(
    "email-sample-unfit", .fixed(.error), "A policy's samples fit their variables.",
    why: "Reviewers sign a letter as they see it: a wrong sample hides what customers will get.",
    failing: .frontMatter("samples: {warning: {case.opened_at: yesterday}}"),
    passing: .frontMatter("samples: {warning: {case.opened_at: 2026-05-04}}"))

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    let variables = subject.workspace.emails.variables
    for entry in subject.facts.samples.entries {
      let name = entry.variable.value
      guard let variable = variables[name] else {
        findings.report(
          description, at: entry.variable.range, "`\(name)` is not a variable",
          help: nearestName(to: name, among: variables.keys).map { "Did you mean `\($0)`?" }
            ?? "Add it to `emails.variables` in bylaw.yml.")
        continue
      }
      if let problem = SampleForm.problem(of: entry.value.value, for: variable) {
        findings.report(
          description, at: entry.value.range, "The sample of `\(name)` \(problem)")
      }
    }
  }
}
