package import PolicyModel

/// Judges one translation of one policy in one tree, by the groups of its language.
package struct TranslationJudge: Sendable {
  package let snapshot: TranslationSnapshot
  /// Who wrote the words since they were last approved.
  package let authors: Set<String>
  private let judge: RecordJudge
  private let records: [RecordFile]

  /// `policy` is what it translates. Of its records, those about other things are left out.
  package init(
    _ snapshot: TranslationSnapshot, of policy: PolicySnapshot, settings: JudgingSettings,
    revoked: Revocations, records: [RecordFile], authors: Set<String>
  ) {
    self.snapshot = snapshot
    self.authors = Set(authors.map(settings.person))
    judge = RecordJudge(settings: settings, revoked: revoked, snapshot: policy)
    self.records = records.filter { record in
      record.signOff?.purpose == .translation
        && record.signOff?.digest(of: snapshot.scope) != nil
    }
  }

  /// Those whose approval it needs; `nil` for a language that the workspace does not have.
  package var groups: [String]? {
    judge.settings.workspace.targetLocale(snapshot.locale)?.groups
  }

  /// Who may speak about these words.
  package var speakers: Speakers {
    Speakers(settings: judge.settings, authors: authors, overrulers: judge.overrulers)
  }

  package var verdict: TranslationVerdict {
    let objections = standingObjections
    let voices = records.compactMap { record -> Hearing.Voice? in
      guard let signOff = record.signOff else { return nil }
      let refusal = judge.refusal(of: record)
      guard signOff.verdict == .approve || refusal != nil else { return nil }
      return .init(
        file: record, signOff: signOff, refusal: refusal,
        isToldByForge: judge.isToldByForge(record))
    }
    let states = Hearing(
      speakers: speakers, scope: snapshot.scope, digest: snapshot.digest, voices: voices,
      objections: records.filter { $0.signOff?.isObjection == true }
    ).states(of: groups ?? [])
    return TranslationVerdict(
      locale: snapshot.locale,
      isApproved: groups != nil && objections.isEmpty && states.allSatisfy { $0.approval != nil },
      groups: states, objections: objections.map(\.name))
  }

  /// An objection stands until its maker's next record on this language, or until somebody else of the
  /// group clears it or `lifecycle.overrule` sets it aside.
  private var standingObjections: [RecordFile] {
    let asked = groups ?? []
    let speakers = speakers
    let proven = records.filter { judge.refusal(of: $0) == nil }.compactMap(\.signOff)
    return records.filter { record in
      guard let objection = record.signOff, asked.contains(objection.group),
        judge.isOwnObjection(record)
      else { return false }
      return !proven.contains { speakers.falls(objection, named: record.name, with: $0) }
    }
  }
}
