package import PolicyModel
import PolicyProjection

extension GateJudge {
  /// Enough closed rounds of this version. A round counts when its records bear out that every group it
  /// asks has spoken: a line in `rounds` alone proves nothing.
  func rounds(of gate: Gate) -> GateCondition {
    let required = requiredRounds(of: gate)
    let own = ownRounds(of: gate)
    let counted = own.filter(counts)
    let title =
      "\(required) closed review \(required == 1 ? "round" : "rounds") of version "
      + "\(snapshot.version) \(gate == .goodFit ? "on the rule" : "on what carries it out")"
    let id = "rounds-\(gate.slug)"
    if counted.count >= required {
      return GateCondition(id, .met, title, detail: "Closed: \(counted.count).")
    }
    if let open = own.first(where: \.isOpen) {
      return openRound(open, id: id, title, counted.count)
    }
    let again =
      counted.isEmpty
      ? "" : " The next one asks the same groups for a new word, also on words that they approved."
    return GateCondition(
      id, .unmet, title, detail: "Closed so far: \(counted.count).\(again)", who: owner,
      command: "bylaw round open \(snapshot.id)")
  }

  /// The scopes of which a gate still needs a further round, whoever approved them: a round more than
  /// one is asked for so that people look twice.
  package func scopesLackingRounds(of gate: Gate) -> [Scope] {
    let count = ownRounds(of: gate).count(where: counts)
    guard count < requiredRounds(of: gate) else { return [] }
    return Self.scopes(of: gate).filter { !judge.groups(for: $0).isEmpty }
  }

  private static func scopes(of gate: Gate) -> [Scope] {
    switch gate {
    case .goodFit: [.policy]
    case .performable: [.article, .workflow, .emails, .release]
    case .comprehensive, .living: []
    }
  }

  private func requiredRounds(of gate: Gate) -> Int {
    guard !Self.scopes(of: gate).flatMap({ judge.groups(for: $0) }).isEmpty else { return 0 }
    return gate == .goodFit ? requirements.goodFitRounds : requirements.performableRounds
  }

  /// Those of this version on the scopes of the gate.
  private func ownRounds(of gate: Gate) -> [PolicySnapshot.Round] {
    let scopes = Set(Self.scopes(of: gate).map(\.rawValue))
    return snapshot.rounds.filter { round in
      round.version == snapshot.version && !scopes.isDisjoint(with: round.scopes)
    }
  }

  private func counts(_ round: PolicySnapshot.Round) -> Bool {
    guard let outcome = round.outcome, outcome != .withdrawn, !round.isOpen, !round.groups.isEmpty
    else { return false }
    let status = judge.status(of: round)
    return status.waitingFor.isEmpty && (outcome != .approved || status.outcome == .approved)
  }

  private func openRound(
    _ round: PolicySnapshot.Round, id: String, _ title: String, _ count: Int
  ) -> GateCondition {
    let status = judge.status(of: round)
    let waiting = status.waitingFor.map { group in
      GateCondition(
        "round-\(round.number)-\(group.group)", .unmet,
        "\(groupName(group.group)) has not spoken in round \(round.number)",
        who: group.candidates,
        command: "bylaw sign \(snapshot.id) --as \(group.group) --approve")
    }
    let answers = status.unanswered.map { voice in
      GateCondition(
        "answer-\(voice.record)", .unmet, "\(voice.record) has no answer", who: owner,
        command: "bylaw round close \(snapshot.id) --answer \"\(voice.record)=TEXT\"")
    }
    let close = GateCondition(
      "round-\(round.number)-close", .unmet, "Round \(round.number) is open", who: owner,
      command: "bylaw round close \(snapshot.id)")
    let below = waiting + answers
    return GateCondition(
      id, .unmet, title, detail: "Closed so far: \(count). Round \(round.number) is open.",
      children: below.isEmpty ? [close] : below)
  }

  func groupName(_ group: String) -> String {
    judge.settings.workspace.groups[group]?.name ?? group
  }
}
