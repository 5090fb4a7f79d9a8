import CommonMark
package import PolicyModel

package enum ConsequencesActionMissing: PolicyRule {
  package static let description = RuleDescription(
    "consequences-action-missing", .atGate(.goodFit),
    "“What can happen” names every action that can be taken.",
    why: "Nobody should learn of a consequence from the e-mail that brings it.",
    failing: .part("## What can happen\n\nWe send you a notification or a warning."),
    passing: .part(
      "## What can happen\n\nWe send you a notification or a warning. Later a restriction, a timed "
        + "restriction or a block can follow."))

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    guard let part = subject.policy.part(.consequences), !part.blocks.isEmpty else { return }
    let actions = subject.actions
    guard !actions.isEmpty else { return }
    let named = named(in: subject.text.bytes, part.heading.range.upperBound..<part.range.upperBound)
    for action in actions where !named.contains(action) {
      findings.report(
        description, at: part.heading.range,
        "“\(action.title)” is not named under “\(part.heading.value)”",
        explanation: "The ladder or the decision can lead to it. " + Gate.goodFit.demand,
        help: "Name it, and say what it means for the reader.")
    }
  }

  private static let phrases = PhraseTable(
    ["notif", "warn", "restrict", "timed restrict", "block"])

  private static let actions: [EnforcementAction] = [
    .notification, .warning, .restriction, .timedRestriction, .block,
  ]

  /// “Timed restriction” names only itself: the “restriction” in it does not count.
  private static func named(in bytes: [UInt8], _ range: SourceRange) -> Set<EnforcementAction> {
    var named: Set<EnforcementAction> = []
    var timed = 0..<0
    phrases.forEachMatch(in: bytes, range) { index, place in
      let action = actions[index]
      if action == .timedRestriction { timed = place }
      if action == .restriction, timed.contains(place.lowerBound) { return }
      named.insert(action)
    }
    return named
  }
}
