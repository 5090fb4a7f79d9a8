package import PolicyModel
import PolicyProjection

package enum GateUnmet: HistoryRule {
  package static let description = RuleDescription(
    "gate-unmet", .fixed(.error), "A step lands where its gate is met.",
    why: "The gate is what makes a stage mean something. It is judged on the files that land with "
      + "the step, by the settings before it.",
    failing: .landings(
      "One landing appends the step to implementation. Legal has not approved these words."),
    passing: .landings(
      "One landing appends the step to implementation, and carries the record of Legal's approval.")
  )

  package static func check(_ subject: HistorySubject, _ findings: inout HistoryFindings) {
    let judgement = subject.judgement
    guard !judgement.lacksSettings, let last = subject.path?.steps.last, last.problem == nil,
      let row = last.transition
    else { return }
    if row.verb == .retire { return checkRetirement(subject, &findings) }
    guard row.gate != nil || row.isUrgent else { return }
    guard let report = subject.gate else {
      return findings.report(
        description, subject, "\(last.words): the gate could not be judged",
        explanation: "What was not looked at never counts as passed.")
    }
    guard !report.isMet else { return }
    let name =
      row.isUrgent ? "The gate of an urgent release" : "The gate “\(report.gate.adjective)”"
    if subject.isVoided {
      return findings.report(
        description, subject,
        "\(last.words): \(name.lowercasedFirst) is met no more, as a key was revoked",
        explanation: "It was met when this landed.", notes: report.unmetSentences,
        help: afterRevocation)
    }
    findings.report(
      description, subject, "\(last.words): \(name.lowercasedFirst) was not met",
      notes: report.unmetSentences,
      help: subject.isProposed
        ? "Meet it before this lands, or take the step back."
        : "Meet it now, and name the landing with its reason in lifecycle.acknowledged.")
  }

  private static let afterRevocation =
    "Have what still stands signed again with other keys, and name the landing with its reason in "
    + "lifecycle.acknowledged."

  /// A policy that was ever released ends only when those who may end it agree.
  private static func checkRetirement(
    _ subject: HistorySubject, _ findings: inout HistoryFindings
  ) {
    let wasReleased =
      subject.judgement.wasInIteration || !(subject.path?.end.released ?? []).isEmpty
    guard wasReleased,
      subject.judgement.judge?.verdict(of: .retire, purpose: .retire).isApproved != true
    else { return }
    let groups = subject.judgement.judge?.groups(for: .retire) ?? []
    if subject.isVoided {
      return findings.report(
        description, subject,
        "Scope `retire` is approved by \(groups.joined(separator: ", ")) no more, as a key was revoked",
        explanation: "It was when this landed.",
        help: afterRevocation)
    }
    findings.report(
      description, subject, "Scope `retire` was not approved by \(groups.joined(separator: ", "))",
      explanation: "The policy stays in force.",
      help:
        "Ask for it: `bylaw sign \(subject.judgement.policy) --as GROUP --for retire --approve`.")
  }
}

extension GateReport {
  /// What is missing, each thing once: gates ask again for what earlier ones asked for.
  package var unmetSentences: [String] {
    var seen: Set<String> = []
    return unmetLeaves.map(\.sentence).filter { seen.insert($0).inserted }
  }
}

extension GateCondition {
  /// What is asked for and what stands in its way, in one line.
  package var sentence: String {
    let state = state == .unmet ? "" : " (\(state.rawValue))"
    // An approval that nothing is known of would read as one that is there.
    let end = id.hasPrefix("scope-") ? ": not yet." : "."
    return "\(title)\(state)\(detail.map { ": \($0)" } ?? end)"
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
