import PolicyModel

extension RecordAudit {
  /// What a record on translations is worth: where a published one rests on it, for good.
  func translationRefusal(_ file: RecordFile, _ signOff: SignOff) -> (counts: Bool, Refusal?) {
    let lines = line.translations.filter {
      signOff.digest(of: Translation.scope(of: $0.key)) != nil
    }
    .values
    let restsOnIt = lines.contains { line in
      line.approved.contains { $0.approvals.contains { $0.record == file.name } }
    }
    if restsOnIt { return (true, nil) }
    if let refusal = working.judge.refusal(of: file) { return (false, refusal) }
    for line in lines {
      guard let landed = line.landed else { continue }
      let verdict = TranslationJudge(
        landed, of: working.snapshot, settings: working.settings, revoked: working.judge.revoked,
        records: self.line.records + [file], authors: line.authors
      ).verdict
      if verdict.approvals.contains(where: { $0.record == file.name }) { return (true, nil) }
      let refused = verdict.groups.flatMap(\.refused).first { $0.record == file.name }
      if let refused { return (false, refused.refusal) }
    }
    return (false, nil)
  }
}
