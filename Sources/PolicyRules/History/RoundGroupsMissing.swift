package import PolicyModel
import PolicyProjection

package enum RoundGroupsMissing: HistoryRule {
  package static let description = RuleDescription(
    "round-groups-missing", .fixed(.error), "A round asks every group that its words need.",
    why:
      "Gates count rounds so that everybody looks more than once. A round that asks one friendly group "
      + "takes a look away from the others.",
    failing: .landings(
      "The gate asks Legal and Support. One landing brings a round on the rule that asks Support."),
    passing: .landings("One landing brings a round on the rule that asks Legal and Support."))

  package static func check(_ subject: HistorySubject, _ findings: inout HistoryFindings) {
    guard let after = subject.after, let judge = subject.judgement.judge,
      !subject.judgement.isBeginning
    else { return }
    for round in after.rounds
    where round.version == after.version && round.outcome != .withdrawn {
      // Settings that change later ask nobody of a round that was there.
      if let old = subject.pastRounds[round.number], old.groups == round.groups,
        old.scopes == round.scopes
      {
        continue
      }
      let asked = round.scopes.compactMap(Scope.init(rawValue:)).flatMap(judge.groups)
      let missing = Set(asked).subtracting(round.groups).sorted()
      guard !missing.isEmpty else { continue }
      findings.report(
        description, subject,
        "Round \(round.number) does not ask \(missing.joined(separator: ", "))",
        explanation: "The gates ask them about \(round.scopes.joined(separator: ", ")).",
        help: "Open rounds with `bylaw round open`; --add only adds groups.")
    }
  }
}
