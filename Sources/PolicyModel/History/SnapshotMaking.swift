extension PolicySnapshot {
  /// The snapshot of a policy that was read; `common.md` counts as version 1 in iteration.
  package init(
    of policy: Policy, blob: ObjectID, digests: [Scope: String], isCommon: Bool = false
  ) {
    let facts = policy.facts
    let version = isCommon ? 1 : facts.version?.value ?? 1
    self.init(
      id: facts.id.value, path: policy.source.path, blob: blob, title: facts.title?.value ?? "",
      theme: facts.theme?.value, owner: facts.owner?.value,
      stage: isCommon ? .iteration : facts.stage?.value, version: version,
      announced: facts.announced?.value, effective: facts.effective?.value, history: facts.steps,
      rounds: facts.rounds.map(Round.init), withdrawn: facts.withdrawn.map(\.value),
      retirement: facts.retired.map {
        Retirement(on: $0.on, reason: $0.reason, replacedBy: $0.replacedBy?.value)
      },
      reviewEvery: facts.reviewEvery?.value,
      changeClasses: facts.changes.filter { $0.version == version }.map(\.changeClass),
      digests: digests, rules: policy.rules.map(\.id.value))
    lacksLetters = isCommon && policy.part(.emails) == nil
  }
}

extension PolicySnapshot.Round {
  init(_ round: Policy.ReviewRound) {
    self.init(
      number: round.number, version: round.version, opened: round.opened, scopes: round.scopes,
      groups: round.groups, authors: round.authors, closed: round.closed, outcome: round.outcome,
      answered: round.answers.map(\.record))
  }
}
