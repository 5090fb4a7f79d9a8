import PolicyModel

extension RecordAudit {
  /// The standings, and of each whether it has a forge's word for it: by the settings of the landing that
  /// brought it, as they are those that took that word.
  package func standings(landedWith judgements: [Judgement]) -> [RecordStanding] {
    let judges = Dictionary(
      judgements.map { ($0.landing.index, $0.judge) }, uniquingKeysWith: { first, _ in first })
    let files = working.proven + working.unproven.map(\.record) + line.records
    return standings.map { standing in
      var standing = standing
      let file = files.last { $0.name == standing.record && $0.signOff == standing.signOff }
      if let file {
        let judge = file.landed.flatMap { judges[$0] ?? nil } ?? working
        standing.isToldByForge = judge.judge.isToldByForge(file)
      }
      return standing
    }
  }
}
