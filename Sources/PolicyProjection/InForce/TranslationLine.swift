package import PolicyModel

/// The translations of one policy into one language: what the fold knows of them after a landing.
package struct TranslationLine: Sendable, Hashable, Codable {
  /// A translation whose words were approved, judged where it landed.
  package struct Approved: Sendable, Hashable, Codable {
    package var landing: Landing
    package var snapshot: TranslationSnapshot
    /// The blob of the `bylaw.yml` by which it was read and judged.
    package var settings: ObjectID?
    /// Empty where nobody was asked, or where enforcement began.
    package var approvals: [ScopeVerdict.GroupApproval]
  }

  /// As it landed last; `nil` once it is gone.
  package internal(set) var landed: TranslationSnapshot?
  /// In the order in which they landed.
  package internal(set) var approved: [Approved] = []
  /// Who wrote the words with each digest, until they are approved.
  var writers: [String: Set<String>] = [:]

  /// Who wrote the words that landed last.
  package var authors: Set<String> { landed.flatMap { writers[$0.digest] } ?? [] }

  /// Whether the words that landed last are approved.
  package var isApproved: Bool {
    landed != nil && approved.last?.snapshot.digest == landed?.digest
  }
}

/// What one landing did to one translation.
package struct TranslationTouch: Sendable {
  /// After the landing.
  package var snapshot: TranslationSnapshot
  /// Those who gave it words that it did not have before.
  package var authors: Set<String>

  package init(snapshot: TranslationSnapshot, authors: Set<String>) {
    self.snapshot = snapshot
    self.authors = authors
  }
}

extension PolicyLine {
  /// Judges the translations that a landing holds. They stand in nobody's way: nothing of the policy
  /// depends on them.
  ///
  /// Gives back those to which the landing gave other words, each with its verdict.
  mutating func translate(
    _ change: LandedChange, _ touch: Touch, revoked: Revocations
  ) -> [Judgement.Translated] {
    for locale in touch.removedTranslations { translations[locale] = nil }
    guard let policy = lastRead else { return [] }
    var changed: [Judgement.Translated] = []
    for translation in touch.translations {
      let snapshot = translation.snapshot
      var line = translations[snapshot.locale] ?? TranslationLine()
      line.gather(translation, of: policy, change.settings)
      let isChanged = line.landed?.digest != snapshot.digest
      line.landed = snapshot
      var verdict: TranslationVerdict?
      if change.isBeginning {
        line.approve(snapshot, change, [])
      } else if let settings = change.settings, !line.isApproved {
        let judged = TranslationJudge(
          snapshot, of: policy, settings: settings, revoked: revoked, records: records,
          authors: line.authors
        ).verdict
        if judged.isApproved { line.approve(snapshot, change, judged.approvals) }
        verdict = judged
      }
      if isChanged || verdict?.isApproved == true {
        changed.append(
          .init(snapshot: snapshot, isApproved: line.isApproved, verdict: verdict))
      }
      translations[snapshot.locale] = line
    }
    return changed
  }

  /// The translation that belongs to a text of this policy: the last one that was made from exactly
  /// that, else the last one that was made from an earlier published text, which is its `origin`; `nil`
  /// where there is none.
  ///
  /// What was made from words that were never published stays where it is: it would publish them. Whether
  /// there is a page is no question of the letters, which are internal.
  package func translation(
    into locale: String, of candidate: Candidate
  ) -> (approved: TranslationLine.Approved, isStale: Bool, origin: Candidate?)? {
    let approved = translations[locale]?.approved ?? []
    let current = candidate.snapshot.digests.translated(of: id)
    if let exact = approved.last(where: { $0.snapshot.origin == current }) {
      return (exact, false, nil)
    }
    func page(_ digests: [Scope: String]) -> [Scope: String] {
      digests.filter { Scope.ofPublicWords.contains($0.key) }
    }
    if let found = approved.last(where: { page($0.snapshot.origin) == page(current) }) {
      return (found, true, nil)
    }
    let earlier = candidates.filter { $0.version <= candidate.version }
    for translation in approved.reversed() {
      let origin = earlier.last {
        page($0.snapshot.digests.translated(of: id)) == page(translation.snapshot.origin)
      }
      if let origin { return (translation, true, origin) }
    }
    return nil
  }
}

extension TranslationLine {
  /// Whoever wrote words that are not approved yet stays their author, as does the policy's owner.
  fileprivate mutating func gather(
    _ touch: TranslationTouch, of policy: PolicySnapshot, _ settings: JudgingSettings?
  ) {
    let digest = touch.snapshot.digest
    guard approved.last?.snapshot.digest != digest else { return }
    var all = writers[digest] ?? []
    if let before = landed?.digest, before != digest { all.formUnion(writers[before] ?? []) }
    all.formUnion(touch.authors)
    if let owner = policy.owner { all.insert(settings?.person(owner) ?? owner.lowercased()) }
    writers[digest] = all
  }

  fileprivate mutating func approve(
    _ snapshot: TranslationSnapshot, _ change: LandedChange,
    _ approvals: [ScopeVerdict.GroupApproval]
  ) {
    writers = [:]
    approved.append(
      Approved(
        landing: change.landing, snapshot: snapshot, settings: change.settings?.source,
        approvals: approvals))
  }
}
