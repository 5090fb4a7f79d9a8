import PolicyHistory
import PolicyModel
import PolicyProjection

/// What the commits that a landing merged say of one policy.
struct SideReading {
  var authors: [Scope: Set<String>] = [:]
  var sides: [Touch.Side] = []
  /// Of each scope and digest, those whose commit gave these words.
  var writers: Touch.Writers = [:]
  /// The digests of each scope that some merged commit had.
  var seen: [Scope: Set<String>] = [:]
  var unread: [Touch.UnreadAuthor] = []

  mutating func add(
    _ commit: SideCommit, _ new: PolicySnapshot, before: [PolicySnapshot?], formerID: String?,
    people: CommitPeople
  ) {
    sides.append(
      .init(
        commit: commit.commit, steps: new.history, version: new.version, formerID: formerID))
    var isWriter = false
    for (scope, digest) in new.digests {
      seen[scope, default: []].insert(digest)
      if before.allSatisfy({ $0?.digests[scope] != digest }) {
        let wrote = people.authors(of: new.id)
        authors[scope, default: []].formUnion(wrote)
        writers[scope, default: [:]][digest, default: []].formUnion(wrote)
        isWriter = true
      }
    }
    if isWriter, !people.unread.isEmpty {
      unread.append(.init(commit: commit.commit, words: people.unread))
    }
  }
}
