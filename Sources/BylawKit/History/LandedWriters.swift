import PolicyHistory
import PolicyModel
import PolicyProjection

extension LandingWalk {
  /// Gathers those who stand behind a landing and behind what it merged.
  mutating func people(
    of git: GitLanding, _ reader: TextReader, _ judging: JudgingSettings?
  ) -> LandedPeople {
    var merged: [String: [MergedTexts]] = [:]
    for commit in sides[git.commit] ?? [] {
      let (written, texts) = texts(in: commit, reader)
      guard !written.isEmpty else { continue }
      let people = people(of: commit, judging)
      for id in written {
        merged[id, default: []].append(
          MergedTexts(commit: commit, people: people, changes: texts[id] ?? []))
      }
    }
    return LandedPeople(
      people: CommitPeople(
        git.reading, adding: git.changes, records: records, settings: judging), sides: merged)
  }

  /// The changes of a commit by the policy that a file is before or after them, and the policies to
  /// which it gave a text.
  private mutating func texts(
    in commit: SideCommit, _ reader: TextReader
  ) -> (written: Set<String>, changes: [String: [[FileChange]]]) {
    var written: Set<String> = []
    var texts: [String: [[FileChange]]] = [:]
    let none = commit.changes.map { _ in [FileChange]() }
    for (parent, changes) in commit.changes.enumerated() {
      for change in changes where TreePlace(change.path).isText {
        func id(_ entry: ObjectID?) -> String? {
          entry.flatMap { snapshots.reading(reader.key($0, at: change.path)).id }
        }
        let (old, new) = (id(change.old?.id), id(change.new?.id))
        if let new { written.insert(new) }
        for id in Set([old, new].compactMap(\.self)) {
          texts[id, default: none][parent].append(change)
        }
      }
    }
    return (written, texts)
  }

  func people(of side: SideCommit, _ judging: JudgingSettings?) -> CommitPeople {
    CommitPeople(
      side.reading, adding: side.changes.first ?? [], records: records, settings: judging)
  }

  /// Who wrote what is new in this landing.
  mutating func write(
    _ landed: LandedPeople, _ git: GitLanding, _ id: String, _ snapshot: PolicySnapshot,
    _ reader: TextReader, _ touch: inout Touch
  ) {
    let side = reading(of: id, landed, reader)
    touch.sides = side.sides
    touch.authors = side.authors
    touch.passing = side.writers
    touch.unreadAuthors = side.unread
    let people = landed.people
    let earlier = unread.take(snapshot.path, snapshot.blob)
    var isWriter = false
    for (scope, digest) in snapshot.digests where last[id]?.digests[scope] != digest {
      touch.authors[scope, default: []].formUnion(earlier)
      guard side.seen[scope]?.contains(digest) != true else { continue }
      touch.authors[scope, default: []].formUnion(people.authors(of: id))
      isWriter = true
    }
    if isWriter, !people.unread.isEmpty {
      touch.unreadAuthors.append(.init(commit: git.commit, words: people.unread))
    }
  }

  /// Of each policy that the landing leaves as it was, who wrote what came and went in what it merged:
  /// somebody may bring these words back.
  mutating func passing(
    _ landed: LandedPeople, _ reader: TextReader, besides touched: [String: Touch]
  ) -> [String: Touch.Writers] {
    var passing: [String: Touch.Writers] = [:]
    for id in landed.sides.keys where touched[id]?.snapshot == nil {
      let writers = reading(of: id, landed, reader).writers
      if !writers.isEmpty { passing[id] = writers }
    }
    return passing
  }

  private mutating func reading(
    of id: String, _ landed: LandedPeople, _ reader: TextReader
  ) -> SideReading {
    var side = SideReading()
    for texts in landed.sides[id] ?? [] { read(texts, id, reader, &side) }
    return side
  }

  private mutating func read(
    _ merged: MergedTexts, _ id: String, _ reader: TextReader, _ side: inout SideReading
  ) {
    var after: PolicySnapshot?
    var before: [PolicySnapshot?] = []
    for texts in merged.changes {
      let new = texts.compactMap { change in change.new.map { ($0.id, change.path) } }
      let old = texts.compactMap { change in change.old.map { ($0.id, change.path) } }
      guard let found = first(of: new, id, reader) else { return }
      after = found
      before.append(first(of: old, id, reader))
    }
    guard let after else { return }
    side.add(
      merged.commit, after, before: before, formerID: formerID(of: after, in: merged, reader),
      people: merged.people)
  }

  /// The id of the text in whose place this one came, where that policy is gone from the commit.
  private mutating func formerID(
    of snapshot: PolicySnapshot, in merged: MergedTexts, _ reader: TextReader
  ) -> String? {
    let own = merged.changes.first ?? []
    guard let change = own.first(where: { $0.path == snapshot.path }), let old = change.old,
      let id = snapshots.reading(reader.key(old.id, at: change.path)).id, id != snapshot.id
    else { return nil }
    let kept = (merged.commit.changes.first ?? []).filter { TreePlace($0.path).isText }.contains {
      other in
      other.new.map { snapshots.reading(reader.key($0.id, at: other.path)).id == id } ?? false
    }
    return kept ? nil : id
  }

  /// The first of these texts that is the policy `id`.
  private mutating func first(
    of texts: [(blob: ObjectID, path: String)], _ id: String, _ reader: TextReader
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

  // MARK: Where no policy can be read

  /// Remembers who wrote texts that cannot be read, in this landing and in what it merged.
  mutating func gatherUnread(
    _ landed: LandedPeople, _ git: GitLanding, _ reader: TextReader, _ judging: JudgingSettings?
  ) {
    var merged: Set<ObjectID> = []
    for side in sides[git.commit] ?? [] {
      gatherUnread(side.own, reader, judging, people(of: side, judging))
      merged.formUnion(side.own.compactMap { $0.new?.id })
    }
    let own = git.changes.filter { $0.new.map { !merged.contains($0.id) } ?? true }
    gatherUnread(own, reader, judging, landed.people)
    for change in (sides[git.commit] ?? []).flatMap({ $0.changes.joined() }) + git.changes
    where tree.files[change.path] == nil { unread.release(change.path) }
  }

  private mutating func gatherUnread(
    _ changes: [FileChange], _ reader: TextReader, _ judging: JudgingSettings?,
    _ people: CommitPeople
  ) {
    for change in changes {
      guard let new = change.new, new.mode.isFile else { continue }
      switch TreePlace(change.path) {
      case .common, .policy:
        if snapshots.reading(reader.key(new.id, at: change.path)).snapshot == nil {
          unread.add(people.authors(of: tree.ids[change.path]), at: change.path)
        }
      case .translation(let policy, let locale):
        if let judging,
          translations.snapshot(new.id, of: policy, in: locale, judging, settings.blobs) == nil
        {
          unread.add(people.authors(of: policy), at: change.path)
        }
      case .other:
        if change.path.hasPrefix("policies/") {
          unread.add(people.authors(of: nil), beside: new.id)
        }
      case .settings, .record, .allowedSigners, .revokedKeys, .theme: break
      }
    }
  }
}
