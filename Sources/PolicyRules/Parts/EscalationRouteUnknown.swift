import CommonMark
package import PolicyModel

package enum EscalationRouteUnknown: PolicyRule {
  package static let description = RuleDescription(
    "escalation-route-unknown", .fixed(.error), "A route of escalation is one of the workspace's.",
    why: "A moderator who hands a case over must reach somebody.",
    failing: .part(
      """
      ### Escalation

      | When | Who | Within |
      |---|---|---|
      | A journalist asks | senior quue | 1 working day |
      """),
    passing: .part(
      """
      ### Escalation

      | When | Who | Within |
      |---|---|---|
      | A journalist asks | senior queue | 1 working day |
      """))

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    let policy = subject.policy
    for row in policy.escalation { check(row.route.value, row.route.range, subject, &findings) }
    for row in policy.ladder?.rows ?? [] {
      for cell in row.cells + (row.ifRefused.map { [$0] } ?? []) {
        check(cell.step, cell.range, subject, &findings)
      }
    }
    for step in policy.decision?.steps ?? [] {
      for answer in step.answers {
        if case .escalate(let route) = answer.target {
          check(route, answer.range, subject, &findings)
        }
      }
    }
    for item in policy.calibration {
      if let action = item.action { check(action.value, action.range, subject, &findings) }
    }
  }

  private static func check(
    _ step: Ladder.Step, _ range: SourceRange, _ subject: PolicySubject,
    _ findings: inout FindingCollector
  ) {
    if case .escalate(let route) = step { check(route, range, subject, &findings) }
  }

  private static func check(
    _ route: String, _ range: SourceRange, _ subject: PolicySubject,
    _ findings: inout FindingCollector
  ) {
    let routes = subject.context.routes
    guard !routes.contains(route) else { return }
    findings.report(
      description, at: subject.text.locate(route, in: range),
      route.isEmpty ? "A route is missing" : "`\(route)` is not a route of `escalation`",
      help: nearestName(to: route, among: routes).map { "Did you mean `\($0)`?" }
        ?? "Add it to `escalation` in bylaw.yml.")
  }
}
