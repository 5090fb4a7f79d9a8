import PolicyModel

/// Who wrote the words of a scope, each by who says so.
///
/// All of them are authors, since somebody who could leave a name out would sign alone. But `rounds` can
/// name anybody, and a group all of whose members are named has no say: there it matters who says it.
package struct WordWriters: Sendable, Hashable, Codable {
  /// Commits and the policy's owner.
  var told: Set<String> = []
  /// `rounds`.
  var named: Set<String> = []
  /// The first landing whose commits told of each.
  var landings: [String: ObjectID] = [:]

  var all: Set<String> { told.union(named) }

  mutating func formUnion(_ other: WordWriters) {
    told.formUnion(other.told)
    named.formUnion(other.named)
    landings.merge(other.landings) { own, _ in own }
  }

  /// `landing` is `nil` for what no commit has yet.
  mutating func tell(_ people: some Sequence<String>, _ landing: ObjectID?) {
    for person in people {
      told.insert(person)
      if landings[person] == nil { landings[person] = landing }
    }
  }
}

/// Who wrote the words of a scope that a landing leaves, without what its `rounds` say.
package struct KnownWriters: Sendable, Hashable {
  /// Of whom a commit or the owner's line says so.
  package var told: Set<String> = []
  /// Of whom an earlier round says so that came with the words in one commit, where a squash may have
  /// left nothing of those in which they wrote.
  package var squashed: Set<String> = []

  package init(told: Set<String> = []) { self.told = told }

  package mutating func formUnion(_ other: KnownWriters) {
    told.formUnion(other.told)
    squashed.formUnion(other.squashed)
  }
}
