package import PolicyModel
import PolicyReading

/// One rule id in two policies. Within one policy the reader reports it, under the same name.
package enum RuleIDClash: PolicyRule {
  package static var description: RuleDescription { .ruleIDDuplicate }

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    for rule in subject.policy.rules {
      guard let places = subject.context.index.rules[rule.id.value], places.count > 1 else {
        continue
      }
      // Two files with the id of one policy are another finding, and have all rules in common.
      let others = places.filter { $0.policy != subject.policy.id }
      guard !others.isEmpty else { continue }
      findings.report(
        description, at: rule.id.range, "`\(rule.id.value)` is also a rule of another policy",
        notes: others.prefix(3).map { .init("`\($0.policy)` has it here.", at: $0.location) },
        help: "Give the newer rule an id that was never used.")
    }
  }
}
