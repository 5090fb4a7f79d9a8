package import PolicyHistory
package import PolicyModel
package import PolicyProjection
import PolicyReading

/// What the repository of a workspace says of its policies.
package struct WorkspaceHistory: Sendable {
  package let repository: GitRepository
  package let head: ObjectID
  package let fold: LifecycleFold
  /// Of every landing that was judged, oldest first; empty where they were not asked for and an
  /// earlier run knew the rest.
  package let judgements: [Judgement]
  /// The settings at HEAD, by which the next landing is judged.
  package let settings: JudgingSettings?
  let loaded: HistoryLoader.Loaded

  package var lines: [String: PolicyLine] { fold.lines }

  /// The history to `revision`, or HEAD, folded until `day`; `nil` where there is no git, nothing is
  /// committed, or the last commit holds no `bylaw.yml` at this place.
  ///
  /// Throws a `GitError` where git cannot tell, such as in a shallow clone, and a `LoadError` for
  /// settings that make no sense.
  package static func load(
    _ root: String, timeZone: String, today: CalendarDate, revision: String? = nil,
    asOf day: CalendarDate? = nil, needsJudgements: Bool = false
  ) async throws -> WorkspaceHistory? {
    try await load(
      root, timeZone: timeZone, today: today, revision: revision, asOf: day,
      needsJudgements: needsJudgements, working: nil)
  }

  /// The same; `working` are texts that were read already.
  static func load(
    _ root: String, timeZone: String, today: CalendarDate, revision: String? = nil,
    asOf day: CalendarDate? = nil, needsJudgements: Bool = false, working: WorkingTexts?
  ) async throws -> WorkspaceHistory? {
    guard let repository = try await GitRepository.find(containing: root) else { return nil }
    let end: ObjectID
    if let revision {
      end = try await repository.resolve(revision)
    } else {
      guard let head = try await repository.head() else { return nil }
      end = head
    }
    let entries = try await repository.tree(at: end, paths: ["bylaw.yml"])
    guard let settings = entries.first else { return nil }
    try await repository.refuseIncompleteHistory()
    if day == nil, !needsJudgements,
      let cache = HistoryCache.load(of: end, in: repository, today: today)
    {
      return try await restored(cache, repository, working)
    }
    let beginning = try await beginning(settings.id, repository)
    let loaded = try await HistoryLoader(
      repository: repository, end: end, timeZone: timeZone, today: today,
      working: working
    ).load(beginning: beginning)
    var fold = LifecycleFold(revoked: loaded.revocations)
    var judgements: [Judgement] = []
    for change in loaded.changes where day.map({ change.landing.day <= $0 }) ?? true {
      judgements += fold.apply(change)
    }
    if day == nil, revision == nil, !loaded.clock.isAhead, let last = loaded.clock.last {
      HistoryCache(
        commit: end, prefix: repository.prefix, lastDay: last, revocations: loaded.revocations,
        lines: fold.lines
      ).store(in: repository)
    }
    var shelf = loaded.settings
    return WorkspaceHistory(
      repository: repository, head: end, fold: fold, judgements: judgements,
      settings: shelf.judging(loaded.tree.settings, signers: loaded.tree.signers), loaded: loaded)
  }

  /// What an earlier run found at this commit, with the texts that may be asked for.
  private static func restored(
    _ cache: HistoryCache, _ repository: GitRepository, _ working: WorkingTexts?
  ) async throws -> WorkspaceHistory {
    var tree = WorkspaceTree()
    let places = ["bylaw.yml", "policies/signoffs/allowed_signers"]
    for entry in try await repository.tree(at: cache.commit, paths: places) {
      tree.put(entry.path, entry)
    }
    let candidates = cache.lines.values.flatMap(\.candidates)
    let translated = cache.lines.values.flatMap { $0.translations.values.flatMap(\.approved) }
    let wanted =
      candidates.map(\.snapshot.blob) + candidates.compactMap(\.settings)
      + translated.map(\.snapshot.blob) + translated.compactMap(\.settings)
      + [tree.settings, tree.signers].compactMap(\.self)
    var shelf = SettingsShelf(
      blobs: try await repository.texts(Set(wanted), known: working))
    return WorkspaceHistory(
      repository: repository, head: cache.commit,
      fold: LifecycleFold(revoked: cache.revocations, lines: cache.lines), judgements: [],
      settings: shelf.judging(tree.settings, signers: tree.signers),
      loaded: HistoryLoader.Loaded(
        changes: [], tree: tree, settings: shelf,
        snapshots: await SnapshotShelf([], blobs: shelf.blobs), revocations: cache.revocations,
        clock: LandingClock(claims: [cache.lastDay], today: cache.lastDay)))
  }

  static func beginning(
    _ settings: ObjectID, _ repository: GitRepository
  ) async throws -> ObjectID? {
    let blobs = try await repository.blobs([settings]).bytes
    var shelf = SettingsShelf(blobs: blobs)
    guard let since = shelf.workspace(settings)?.lifecycle.enforcedSince else { return nil }
    guard let id = ObjectID(since) else {
      throw LoadError(
        "lifecycle.enforced_since is `\(since)`, which is no whole commit id",
        help: "Write all of its digits, as `git rev-parse` gives them.")
    }
    return id
  }
}
