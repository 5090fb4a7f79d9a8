import PolicyHistory
import PolicyModel
import PolicyProjection

extension LandingWalk {
  /// Who wrote what is new in this landing.
  mutating func write(
    _ git: GitLanding, _ id: String, _ snapshot: PolicySnapshot, _ reader: WalkKeys.Reader,
    _ judging: JudgingSettings?, _ touch: inout Touch
  ) {
    var side = SideReading()
    for commit in sides[git.commit] ?? [] {
      read(commit, id, reader, judging, &side)
    }
    touch.sides = side.sides
    touch.authors = side.authors
    touch.unreadAuthors = side.unread
    let people = people(of: git, judging)
    let earlier = unread.take(snapshot.path, snapshot.blob)
    var isWriter = false
    for (scope, digest) in snapshot.digests where last[id]?.digests[scope] != digest {
      touch.authors[scope, default: []].formUnion(earlier)
      guard side.seen[scope]?.contains(digest) != true else { continue }
      touch.authors[scope, default: []].formUnion(people.authors)
      isWriter = true
    }
    if isWriter, !people.unread.isEmpty {
      touch.unreadAuthors.append(.init(commit: git.commit, words: people.unread))
    }
  }

  func people(of git: GitLanding, _ judging: JudgingSettings?) -> CommitPeople {
    CommitPeople(git.reading, reviewers: reviewers(in: git.changes), settings: judging)
  }

  func people(of side: SideCommit, _ judging: JudgingSettings?) -> CommitPeople {
    CommitPeople(
      side.reading, reviewers: reviewers(in: side.changes.first ?? []), settings: judging)
  }

  private mutating func read(
    _ commit: SideCommit, _ id: String, _ reader: WalkKeys.Reader, _ judging: JudgingSettings?,
    _ side: inout SideReading
  ) {
    var after: PolicySnapshot?
    var before: [PolicySnapshot?] = []
    for changes in commit.changes {
      let texts = changes.filter { TreePlace($0.path).isText }
      let new = texts.compactMap { change in change.new.map { ($0.id, change.path) } }
      let old = texts.compactMap { change in change.old.map { ($0.id, change.path) } }
      guard let found = first(of: new, id, reader) else { return }
      after = found
      before.append(first(of: old, id, reader))
    }
    guard let after else { return }
    side.add(
      commit, after, before: before,
      formerID: formerID(of: after, in: commit.changes.first ?? [], reader),
      people: people(of: commit, judging))
  }

  /// The id of the text in whose place this one came, where that policy is gone from the commit.
  private mutating func formerID(
    of snapshot: PolicySnapshot, in changes: [FileChange], _ reader: WalkKeys.Reader
  ) -> String? {
    guard let change = changes.first(where: { $0.path == snapshot.path }), let old = change.old,
      let id = snapshots.reading(reader.key(old.id, at: change.path)).id, id != snapshot.id
    else { return nil }
    let kept = changes.filter { TreePlace($0.path).isText }.contains { other in
      other.new.map { snapshots.reading(reader.key($0.id, at: other.path)).id == id } ?? false
    }
    return kept ? nil : id
  }

  /// The first of these texts that is the policy `id`.
  private mutating func first(
    of texts: [(blob: ObjectID, path: String)], _ id: String, _ reader: WalkKeys.Reader
  ) -> PolicySnapshot? {
    for text in texts {
      let reading = snapshots.reading(reader.key(text.blob, at: text.path))
      if reading.id == id, var snapshot = reading.snapshot {
        snapshot.path = text.path
        return snapshot
      }
    }
    return nil
  }

  /// The people of whom the same commit adds a record.
  func reviewers(in changes: [FileChange]) -> Set<String> {
    Set(
      changes.compactMap { change in
        guard case .record(_, let name) = TreePlace(change.path), change.old == nil,
          let new = change.new
        else { return nil }
        return records[name, new.id].signOff?.reviewer
      })
  }

  // MARK: Where no policy can be read

  /// Remembers who wrote texts that cannot be read, in this landing and in what it merged.
  mutating func gatherUnread(
    _ git: GitLanding, _ reader: WalkKeys.Reader, _ judging: JudgingSettings?
  ) {
    var merged: Set<ObjectID> = []
    for side in sides[git.commit] ?? [] {
      gatherUnread(side.own, reader, judging, people(of: side, judging))
      merged.formUnion(side.own.compactMap { $0.new?.id })
    }
    let own = git.changes.filter { $0.new.map { !merged.contains($0.id) } ?? true }
    gatherUnread(own, reader, judging, people(of: git, judging))
    for change in (sides[git.commit] ?? []).flatMap({ $0.changes.joined() }) + git.changes
    where tree.files[change.path] == nil { unread.release(change.path) }
  }

  private mutating func gatherUnread(
    _ changes: [FileChange], _ reader: WalkKeys.Reader, _ judging: JudgingSettings?,
    _ people: CommitPeople
  ) {
    for change in changes {
      guard let new = change.new, new.mode.isFile else { continue }
      switch TreePlace(change.path) {
      case .common, .policy:
        if snapshots.reading(reader.key(new.id, at: change.path)).snapshot == nil {
          unread.add(people.authors, at: change.path)
        }
      case .translation(let policy, let locale):
        if let judging,
          translations.snapshot(new.id, of: policy, in: locale, judging, settings.blobs) == nil
        {
          unread.add(people.authors, at: change.path)
        }
      case .other:
        if change.path.hasPrefix("policies/") { unread.add(people.authors, beside: new.id) }
      case .settings, .record, .allowedSigners, .revokedKeys, .theme: break
      }
    }
  }
}
