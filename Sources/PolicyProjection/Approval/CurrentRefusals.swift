package import PolicyModel

extension ApprovalJudge {
  /// Of records that do not count, those that say why now: of this version or for one of its rounds, and
  /// of the last round in which there is one. In the order in which they landed; a person's own in that of their numbers.
  package func current(
    _ refused: [ScopeVerdict.RefusedRecord]
  ) -> [ScopeVerdict.RefusedRecord] {
    let files = proven + unproven.map(\.record)
    let rounds = snapshot.rounds.filter { $0.version == snapshot.version }.map(\.number)
    let own = refused.compactMap { record -> Place? in
      guard let file = files.first(where: { $0.name == record.record }), let signOff = file.signOff,
        signOff.version == snapshot.version
          || signOff.purpose.round.map(rounds.contains) == true
      else { return nil }
      return Place(
        round: signOff.purpose.round ?? 0, landed: file.landed ?? .max, number: signOff.number,
        record: record)
    }
    let last = own.map(\.round).max()
    return own.filter { $0.round == last }.sorted {
      ($0.landed, $0.number, $0.record.record) < ($1.landed, $1.number, $1.record.record)
    }.map(\.record)
  }

  private struct Place {
    var round: Int
    var landed: Int
    var number: Int
    var record: ScopeVerdict.RefusedRecord
  }
}

extension SignOff.Purpose {
  /// The number of the round that it is for.
  package var round: Int? {
    if case .round(let number) = self { number } else { nil }
  }
}
