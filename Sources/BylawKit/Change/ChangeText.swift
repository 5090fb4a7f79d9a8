import PolicyModel
import PolicyProjection

/// What a branch does to the policies, for the terminal.
package struct ChangeText: Sendable {
  let palette: Palette

  package init(palette: Palette) { self.palette = palette }

  package func text(_ report: ChangeReport) -> String {
    guard !report.policies.isEmpty else {
      return "As the next landing on \(report.base.short), this touches no policy.\n\n"
    }
    return report.policies.map(text).joined() + "\n"
  }

  private func text(_ policy: ChangeReport.PolicyChange) -> String {
    var out = palette.strong(TerminalText.safe(policy.policy))
    if let stage = policy.stage, let version = policy.version {
      out += ", version \(version), \(stage.rawValue)\n"
    } else {
      out += ", gone or unreadable\n"
    }
    if policy.steps.isEmpty { out += "  takes no step\n" }
    for step in policy.steps {
      let words = [step.verb?.rawValue, step.isUrgent ? "urgent" : nil].compactMap(\.self)
      let verb = words.isEmpty ? "" : " (\(words.joined(separator: ", ")))"
      out += "  \(step.from?.rawValue ?? "–") → \(step.to.rawValue)\(verb): "
      out += (step.isAllowed ? palette.good("allowed") : palette.bad("not allowed")) + "\n"
      for problem in step.problems {
        for line in Wrapping.lines(TerminalText.safe(problem), width: 88) {
          out += "    \(palette.faint(line))\n"
        }
      }
    }
    for scope in policy.scopes {
      if !scope.isApproved { out += "  \(scope.scope.rawValue) is not approved\n" }
      for approval in scope.approvals where approval.isStandIn {
        out += "  \(scope.scope.rawValue): \(TerminalText.safe(approval.reviewer)), "
        out += "\(ScopeVerdict.standingIn(for: TerminalText.safe(approval.group)))\n"
      }
    }
    return out
  }
}
