import PolicyModel

extension PolicyLine {
  /// Who wrote the words of each scope that a landing leaves, without what its `rounds` say: they could
  /// name anybody.
  func knownWriters(after touch: Touch, settings: JudgingSettings?) -> [Scope: KnownWriters] {
    guard let snapshot = touch.snapshot else { return [:] }
    func people(_ addresses: some Sequence<String>) -> Set<String> {
      Set(addresses.map { settings?.person($0) ?? $0.lowercased() })
    }
    var known: [Scope: KnownWriters] = [:]
    for (scope, digest) in snapshot.digests {
      var all = KnownWriters(told: people(touch.authors[scope] ?? []))
      for words in [digest, lastRead?.digests[scope]].compactMap(\.self) {
        all.told.formUnion(people(writers[scope]?[words]?.told ?? []))
      }
      if let owner = snapshot.owner { all.told.formUnion(people([owner])) }
      for round in snapshot.rounds
      where round.version == snapshot.version && round.scopes.contains(scope.rawValue) {
        all.squashed.formUnion(people(squashedRounds[round.number] ?? []))
        all.told.formUnion(people(roundWriters[round.number] ?? []))
      }
      known[scope] = all
    }
    return known
  }
}
