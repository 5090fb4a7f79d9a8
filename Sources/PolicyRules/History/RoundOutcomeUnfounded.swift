package import PolicyModel
import PolicyProjection

package enum RoundOutcomeUnfounded: HistoryRule {
  package static let description = RuleDescription(
    "round-outcome-unfounded", .fixed(.warning), "The outcome of a round is what its records say.",
    why: "Whoever reads the policy later takes the outcome for what people said. No gate counts a "
      + "round that its records do not bear out.",
    failing: .landings("One landing closes round 2 as approved. Legal has no record in it."),
    passing: .landings("One landing closes round 2 as approved, with the yes of every group."))

  package static func check(_ subject: HistorySubject, _ findings: inout HistoryFindings) {
    guard let after = subject.after, let judge = subject.judgement.judge,
      !subject.judgement.isBeginning
    else { return }
    // An unmet gate tells the same, with who is missing.
    let unmet = subject.gate?.unmetLeaves ?? []
    guard !unmet.contains(where: { $0.id.hasPrefix("rounds-") || $0.id.hasPrefix("scope-") }) else {
      return
    }
    let known = subject.previous?.rounds ?? []
    for round in after.rounds where !round.isOpen && !round.groups.isEmpty {
      if let old = known.first(where: { $0.number == round.number }), !old.isOpen { continue }
      let voices = judge.voices(in: round)
      guard let fault = fault(of: round, voices) else { continue }
      let revoked = judge.revokedVoices(in: round)
      if self.fault(of: round, voices + revoked.compactMap(\.signOff)) == nil {
        findings.report(
          description, subject,
          "Round \(round.number) is closed, and its outcome rests on a revoked key",
          notes: revoked.map { "\($0.name) is signed with it." },
          help: "Ask about words that still stand in another round.")
        continue
      }
      findings.report(
        description, subject, "Round \(round.number) is closed, and \(fault)",
        help: "Close rounds with `bylaw round close`: the outcome follows from the records.")
    }
  }

  /// By what was said alone: who wrote the words, and whether these have changed since, is asked where
  /// the round is to count.
  private static func fault(of round: PolicySnapshot.Round, _ voices: [SignOff]) -> String? {
    switch round.outcome {
    case .approved:
      let silent = round.groups.filter { group in
        !voices.contains { $0.group == group && $0.verdict == .approve }
      }
      return silent.isEmpty
        ? nil : "no record says that \(silent.joined(separator: ", ")) approved"
    case .changesRequested:
      return voices.contains(where: \.isObjection) ? nil : "no record of it asks for changes"
    case .withdrawn, nil: return nil
    }
  }
}

extension ApprovalJudge {
  /// What those who may speak said in a round.
  fileprivate func voices(in round: PolicySnapshot.Round) -> [SignOff] {
    proven.compactMap(\.signOff).filter { speaks($0, in: round) }
  }

  /// What they said with keys of their own that are revoked.
  fileprivate func revokedVoices(in round: PolicySnapshot.Round) -> [RecordFile] {
    unproven.compactMap { record, refusal in
      guard case .revokedKey(let key) = refusal, let signOff = record.signOff,
        settings.signers[key] == signOff.reviewer, speaks(signOff, in: round)
      else { return nil }
      return record
    }
  }

  private func speaks(_ signOff: SignOff, in round: PolicySnapshot.Round) -> Bool {
    let entitled = settings.members(of: signOff.group).union(speakers(on: []).overrulers)
    return signOff.purpose == .round(round.number) && otherGroup(of: signOff) == nil
      && judge.roundRefusal(of: signOff) == nil
      && entitled.contains(signOff.reviewer)
  }
}
