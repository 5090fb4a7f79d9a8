import PolicyHistory
import PolicyModel
import PolicyProjection
import PolicyReading

/// A branch judged as the next landing on its base, by the settings of the base.
struct BranchHistory: Sendable {
  /// To the base.
  let history: WorkspaceHistory
  let branch: Branch
  /// Of the branch as one landing.
  let judgements: [Judgement]
  /// Where the workspace lay on the base, if the branch moved it.
  var formerPlaces: [String] = []
  /// Records that it adds where nobody reads them.
  var stray: [Finding] = []

  /// `name` is the base as the user wrote it.
  static func load(
    _ root: String, base name: String, timeZone: String, today: CalendarDate
  ) async throws -> BranchHistory {
    guard let repository = try await GitRepository.find(containing: root),
      let head = try await repository.head()
    else { throw try await WorkspaceHistory.absence(of: root) }
    try await repository.refuseIncompleteHistory()
    let base = try await repository.resolve(name)
    let branch = try await Branch.read(base, head, named: name, in: repository)
    let settings = try await repository.tree(at: base, paths: ["bylaw.yml"]).first
    let beginning: ObjectID? =
      if let settings { try await WorkspaceHistory.beginning(settings.id, repository) } else { nil }
    let loaded = try await HistoryLoader(
      repository: repository, end: base, timeZone: timeZone, today: today
    ).load(beginning: beginning, branch: branch)
    var fold = LifecycleFold(revoked: loaded.revocations)
    let landed = loaded.changes.flatMap { fold.apply($0) }
    var shelf = loaded.settings
    let history = WorkspaceHistory(
      repository: repository, head: base, fold: fold, judgements: landed,
      settings: shelf.judging(loaded.tree.settings, signers: loaded.tree.signers), loaded: loaded)
    return BranchHistory(
      history: history, branch: branch,
      judgements: loaded.proposed.map { fold.apply($0) } ?? [],
      formerPlaces: try await FormerPlaces.find(base, head, in: repository),
      stray: try await StrayRecords.find(head, since: branch.fork, in: repository))
  }

  /// What the policy was before the change.
  func line(of policy: String) -> PolicyLine { history.lines[policy] ?? PolicyLine(id: policy) }

  /// The policies whose text both sides edited, by id: what a merge makes of them nobody has read.
  var contestedPolicies: [String: String] {
    var shelf = history.loaded.snapshots
    let headings = history.settings?.workspace.headings ?? [:]
    func ids(_ changes: [FileChange]) -> [String: String] {
      var ids: [String: String] = [:]
      for change in changes where TreePlace(change.path).isText {
        for entry in [change.old, change.new].compactMap(\.self) where entry.mode.isFile {
          let key = SnapshotReading.Key(
            blob: entry.id, headings: headings, isCommon: TreePlace(change.path) == .common)
          if let id = shelf.reading(key).id { ids[id] = change.path }
        }
      }
      return ids
    }
    let theirs = ids(branch.others)
    return ids(branch.landing.changes).filter { theirs[$0.key] != nil }
  }
}
