import PolicyModel

extension PolicyLine {
  /// Who wrote the words of each scope that a landing leaves, without what its `rounds` say: they could
  /// name anybody.
  func knownWriters(after touch: Touch, settings: JudgingSettings?) -> [Scope: Set<String>] {
    guard let snapshot = touch.snapshot else { return [:] }
    func people(_ addresses: some Sequence<String>) -> Set<String> {
      Set(addresses.map { settings?.person($0) ?? $0.lowercased() })
    }
    var known: [Scope: Set<String>] = [:]
    for (scope, digest) in snapshot.digests {
      var all = people(touch.authors[scope] ?? [])
      for words in [digest, lastRead?.digests[scope]].compactMap(\.self) {
        all.formUnion(people(writers[scope]?[words] ?? []))
      }
      for round in lastRead?.rounds ?? []
      where round.version == snapshot.version && round.scopes.contains(scope.rawValue) {
        all.formUnion(people(round.authors))
      }
      known[scope] = all.union(people([snapshot.owner].compactMap(\.self)))
    }
    return known
  }
}
