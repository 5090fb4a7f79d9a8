import PolicyHistory
import PolicyModel
import PolicyProjection

/// Goes from landing to landing, and says of each what it did to which policies.
struct LandingWalk {
  var tree = WorkspaceTree()
  var settings: SettingsShelf
  var snapshots: SnapshotShelf
  var translations = TranslationShelf()
  let records: RecordShelf
  let sides: [ObjectID: [SideCommit]]
  /// The commits that added one record and nothing else.
  let additions: Set<ObjectID>
  /// The digests of each policy after the last landing that touched it.
  var last: [String: PolicySnapshot] = [:]
  var unread = UnreadWriters()
  private var hadSettings = false

  init(
    settings: SettingsShelf, snapshots: SnapshotShelf, records: RecordShelf,
    sides: [ObjectID: [SideCommit]], additions: Set<ObjectID>
  ) {
    self.settings = settings
    self.snapshots = snapshots
    self.records = records
    self.sides = sides
    self.additions = additions
  }

  /// Carries the tree on, and gives back what is to be judged.
  mutating func step(_ git: GitLanding, _ landing: Landing) -> LandedChange {
    let isFirst = tree.settings == nil && !hadSettings
    let before = (tree.settings, tree.signers)
    for change in git.changes where !TreePlace(change.path).isText {
      tree.put(change.path, change.new)
    }
    hadSettings = hadSettings || tree.settings != nil
    let judging =
      isFirst
      ? settings.judging(tree.settings, signers: tree.signers)
      : settings.judging(before.0, signers: before.1)
    let reader = TextReader(headings: judging?.workspace.headings ?? [:])
    var touched: [String: Touch] = [:]
    applyTexts(git, reader, &touched)
    applyRecords(git, &touched)
    let landed = people(of: git, reader, judging)
    gatherUnread(landed, git, reader, judging)
    let translated = LandingTranslations(git, in: tree, people: landed.people)
    for id in touched.keys.sorted() {
      complete(id, landed, translated, git, reader, judging, &touched)
    }
    unread.forgetLoose()
    return LandedChange(
      landing: landing, settings: judging,
      touches: touched.keys.sorted().compactMap { touched[$0] }, isFirst: isFirst,
      passing: passing(landed, reader, besides: touched))
  }

  /// Everything in the tree, as the place at which enforcement begins.
  mutating func beginning(_ landing: Landing) -> LandedChange {
    let judging = settings.judging(tree.settings, signers: tree.signers)
    let reader = TextReader(headings: judging?.workspace.headings ?? [:])
    let touches = tree.paths.keys.sorted().compactMap { id -> Touch? in
      guard let path = tree.paths[id]?.first, tree.paths[id]?.count == 1,
        let blob = tree.files[path]
      else { return nil }
      let snapshot = snapshots.snapshot(reader.key(blob, at: path), at: path)
      last[id] = snapshot
      var touch = Touch(
        id: id, snapshot: snapshot, isUnreadable: snapshot == nil, records: tree.records(of: id))
      translate(id, nil, judging, &touch)
      return touch
    }
    return LandedChange(landing: landing, settings: judging, touches: touches, isBeginning: true)
  }

  private mutating func applyTexts(
    _ git: GitLanding, _ reader: TextReader, _ touched: inout [String: Touch]
  ) {
    for change in git.changes where TreePlace(change.path).isText {
      if let old = tree.ids[change.path] { touched[old] = Touch(id: old, snapshot: nil) }
      tree.put(change.path, change.new)
      let id = tree.files[change.path].flatMap { blob in
        snapshots.reading(reader.key(blob, at: change.path)).id
      }
      // A text that tells no id any more is still the policy that stood there.
      tree.name(change.path, id ?? (tree.files[change.path] == nil ? nil : tree.ids[change.path]))
      if let id { touched[id] = Touch(id: id, snapshot: nil) }
    }
    for change in git.changes {
      if case .translation(let policy, _) = TreePlace(change.path), touched[policy] == nil {
        touched[policy] = Touch(id: policy, snapshot: nil)
      }
    }
  }

  private mutating func applyRecords(_ git: GitLanding, _ touched: inout [String: Touch]) {
    for change in git.changes {
      guard case .record(let policy, let name) = TreePlace(change.path) else { continue }
      var touch = touched[policy] ?? Touch(id: policy, snapshot: nil)
      if let old = change.old, old.id != change.new?.id || change.new?.mode.isFile != true {
        touch.lostRecords.append(name)
      }
      var record = change.new.flatMap { entry in
        entry.mode.isFile ? records[name, entry.id] : nil
      }
      record?.addition = change.new.flatMap { addition(of: change.path, $0.id, by: git) }
      tree.put(record, named: name, of: policy)
      touched[policy] = touch
    }
  }

  private func addition(
    of path: String, _ blob: ObjectID, by git: GitLanding
  ) -> RecordFile.Addition? {
    let side = (sides[git.commit] ?? []).first { side in
      side.changes.allSatisfy { $0.contains { $0.path == path && $0.new?.id == blob } }
    }
    let commit = side?.commit ?? git.commit
    let reading = side?.reading ?? git.reading
    return .init(
      commit: commit, author: reading.commit?.author.comparableAddress,
      committer: reading.commit?.committer.comparableAddress, isAlone: additions.contains(commit))
  }

  private mutating func complete(
    _ id: String, _ landed: LandedPeople, _ translated: LandingTranslations, _ git: GitLanding,
    _ reader: TextReader, _ judging: JudgingSettings?, _ touched: inout [String: Touch]
  ) {
    guard var touch = touched[id] else { return }
    let paths = tree.paths[id] ?? []
    touch.records = tree.records(of: id)
    if paths.count == 1, let path = paths.first, let blob = tree.files[path] {
      touch.snapshot = snapshots.snapshot(reader.key(blob, at: path), at: path)
      // Only the text of another policy may call itself common.
      if (id == "common") != (TreePlace(path) == .common) { touch.snapshot = nil }
    }
    touch.isUnreadable = touch.snapshot == nil && !paths.isEmpty
    if touch.isUnreadable {
      touch.unreadWriters = paths.reduce(into: []) { $0.formUnion(unread.writers(at: $1)) }
    }
    if let snapshot = touch.snapshot {
      write(landed, git, id, snapshot, reader, &touch)
      last[id] = snapshot
    }
    translate(id, translated, judging, &touch)
    touched[id] = touch
  }
}
