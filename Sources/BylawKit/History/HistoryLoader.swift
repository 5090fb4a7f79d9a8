import PolicyHistory
import PolicyModel
import PolicyProjection
import PolicyReading

/// Reads a line of landings from git into values.
struct HistoryLoader {
  let repository: GitRepository
  let end: ObjectID
  /// The time zone in which a landing has its day.
  let timeZone: String
  /// No landing counts as later.
  let today: CalendarDate
  /// Texts that were read already.
  var working: WorkingTexts?

  /// Oldest first, and the tree at the end.
  struct Loaded {
    var changes: [LandedChange]
    var tree: WorkspaceTree
    var settings: SettingsShelf
    var snapshots: SnapshotShelf
    /// All that any landing revoked.
    var revocations: Revocations
    /// Each list of revoked keys as it landed, oldest first; `nil` where it went.
    var revokedLists: [(landing: Int, list: ObjectID?)] = []
    /// Where the last landing stands in time.
    var clock: LandingClock
    /// The landings that claim a day which is far from having come, and that day.
    var ahead: [(landing: Landing, claim: CalendarDate)] = []
    /// The branch as the next landing, which is not among `changes`.
    var proposed: LandedChange?
  }

  /// Judges nothing before `beginning`, the commit of `lifecycle.enforced_since`; `branch` is read as
  /// the next landing.
  func load(beginning: ObjectID?, branch: Branch? = nil) async throws -> Loaded {
    let line = try await repository.firstParentLine(to: end)
    let places = Dictionary(
      line.enumerated().map { ($1.commit, $0) }, uniquingKeysWith: { first, _ in first })
    if let beginning, places[beginning] == nil {
      throw LoadError(
        "lifecycle.enforced_since names \(beginning.short), which is not on the first-parent line",
        help: "Name a commit that `git log --first-parent` shows.")
    }
    var sides = try await repository.sideCommits(to: end)
    // A merge that leaves the policies as they were still brought in what people wrote on its branch.
    let gits = try await repository.landings(
      to: end, keeping: Set(sides.keys).union([beginning].compactMap(\.self)))
    var all = gits
    if let branch {
      all.append(branch.landing)
      sides[branch.head] = branch.commits
    }
    var walk = try await walk(all, sides)
    var changes: [LandedChange] = []
    let clock = LandingClock(gits.map(\.committer.seconds), timeZone: timeZone, today: today)
    var ahead: [(landing: Landing, claim: CalendarDate)] = []
    let begin = beginning.flatMap { places[$0] }
    for (place, git) in gits.enumerated() {
      guard let index = places[git.commit] else { continue }
      let landing = Landing(
        commit: git.commit, day: clock.days[place], author: git.author.address, index: index)
      if clock.isFarAhead(place) { ahead.append((landing, clock.claims[place])) }
      var change = walk.step(git, landing)
      change.isBefore = begin.map { index <= $0 } ?? false
      changes.append(change)
      if index == begin { changes.append(walk.beginning(landing)) }
    }
    let tree = walk.tree
    let proposed = branch.map { branch in
      let day = max(today, clock.last ?? today)
      return walk.step(
        branch.landing,
        Landing(
          commit: branch.head, day: day, author: branch.landing.author.address, index: line.count))
    }
    let lists = gits.flatMap { git -> [(landing: Int, list: ObjectID?)] in
      guard let index = places[git.commit] else { return [] }
      return git.changes.filter { TreePlace($0.path) == .revokedKeys }.map { (index, $0.new?.id) }
    }
    return Loaded(
      changes: changes, tree: tree, settings: walk.settings, snapshots: walk.snapshots,
      revocations: walk.settings.revocations(lists.map(\.list)), revokedLists: lists,
      clock: clock, ahead: ahead, proposed: proposed)
  }

  /// Reads all that the landings hold, each blob once.
  private func walk(
    _ gits: [GitLanding], _ sides: [ObjectID: [SideCommit]]
  ) async throws -> LandingWalk {
    let all = gits.flatMap(\.changes) + sides.values.flatMap { $0.flatMap { $0.changes.joined() } }
    var wanted: Set<ObjectID> = []
    var places: Set<RecordShelf.Place> = []
    for change in all {
      for entry in [change.old, change.new].compactMap(\.self) where entry.mode.isFile {
        switch TreePlace(change.path) {
        case .settings, .allowedSigners, .revokedKeys, .common, .policy, .translation:
          wanted.insert(entry.id)
        case .record(_, let name):
          wanted.insert(entry.id)
          places.insert(.init(name: name, blob: entry.id))
        case .theme, .other: break
        }
      }
    }
    let blobs = try await repository.texts(wanted, known: working)
    var settings = SettingsShelf(blobs: blobs)
    let keys = foreseen(gits, sides, &settings)
    return LandingWalk(
      settings: settings, snapshots: await SnapshotShelf(keys, blobs: blobs, working: working),
      records: await RecordShelf(places, blobs: blobs), sides: sides,
      additions: try await additions(gits, sides))
  }

  /// How each text will most likely be read: with the settings of its landing's first parent.
  private func foreseen(
    _ gits: [GitLanding], _ sides: [ObjectID: [SideCommit]], _ settings: inout SettingsShelf
  ) -> Set<SnapshotReading.Key> {
    var keys: Set<SnapshotReading.Key> = []
    var current: ObjectID?
    for git in gits {
      var next = current
      for change in git.changes {
        switch TreePlace(change.path) {
        case .settings: next = change.new?.id
        default: break
        }
      }
      let headings = settings.workspace(current ?? next)?.headings ?? [:]
      let reader = TextReader(headings: headings)
      let merged = (sides[git.commit] ?? []).flatMap { $0.changes.joined() }
      for change in git.changes + merged where TreePlace(change.path).isText {
        for entry in [change.new, change.old].compactMap(\.self) where entry.mode.isFile {
          keys.insert(reader.key(entry.id, at: change.path))
        }
      }
      current = next
    }
    return keys
  }

  /// The commits that add one record and change nothing else in the workspace.
  private func additions(
    _ gits: [GitLanding], _ sides: [ObjectID: [SideCommit]]
  ) async throws -> Set<ObjectID> {
    func isOneRecord(_ changes: [FileChange]) -> Bool {
      guard changes.count == 1, changes[0].old == nil else { return false }
      if case .record = TreePlace(changes[0].path) { return true }
      return false
    }
    var pairs: [(commit: ObjectID, parent: ObjectID?)] = []
    for git in gits where git.otherParents.isEmpty && isOneRecord(git.changes) {
      pairs.append((git.commit, git.firstParent))
    }
    for side in sides.values.joined() where side.changes.count == 1 && isOneRecord(side.changes[0])
    {
      pairs.append((side.commit, side.parents.first))
    }
    let whole = try await repository.changes(of: pairs, paths: [])
    return Set(zip(pairs, whole).filter { $1.count == 1 }.map(\.0.commit))
  }
}
