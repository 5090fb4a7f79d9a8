import CommonMark
import PolicyHistory
package import PolicyModel
import PolicyProjection
import PolicyRules

/// Holds every landing to the rules about history.
package struct HistoryCheckJob: Sendable {
  package var checked: CheckedWorkspace
  package var today: CalendarDate

  package init(checked: CheckedWorkspace, today: CalendarDate) {
    self.checked = checked
    self.today = today
  }

  /// Throws a `GitError` where history cannot be asked.
  package func run() async throws -> [Finding] {
    let folder = checked.folder
    let repository = try await GitRepository.find(containing: folder.root)
    let key = try await key(in: repository)
    if let repository, let key,
      let cache = FindingsCache.load(key, in: repository, today: today)
    {
      return (cache.findings + cache.unused.map(unused) + due(cache.dated)).sorted()
    }
    guard
      let history = try await WorkspaceHistory.load(
        folder.root, timeZone: folder.settings.organization.timeZone, today: today,
        needsJudgements: true)
    else { throw try await WorkspaceHistory.absence(of: folder.root) }
    let gates = LandedGates(history: history, pages: Set(checked.theme.pageNames))
    let acknowledged = history.settings?.workspace.lifecycle.acknowledged ?? []
    let reports = await gates.reports(of: history.judgements)
    var checker = HistoryChecker(
      gates: reports.gates, brokenTerms: reports.brokenTerms, acknowledged: acknowledged,
      settings: history.settings, words: history.ruleWords)
    checker.voided = await FormerGates(gates: gates).voided(history.judgements, reports)
    let result = checker.check(history.judgements, others: try await others(history))
    let clock = history.loaded.clock
    let dated = dated(history, from: min(clock.last ?? today, today))
    if let key, key.commit == history.head, !clock.isAhead, let last = clock.last {
      FindingsCache(
        key: key, lastDay: last, findings: result.findings, unused: result.unused, dated: dated
      ).store(in: history.repository)
    }
    return (result.findings + result.unused.map(unused) + due(dated)).sorted()
  }

  /// What every policy owes at the last commit from `start` on, if nothing lands.
  private func dated(_ history: WorkspaceHistory, from start: CalendarDate) -> [DatedFinding] {
    guard let settings = history.settings else { return [] }
    return history.lines.values.flatMap { line -> [DatedFinding] in
      guard let path = line.snapshot?.path else { return [] }
      return line.overdues(from: start, settings: settings).map {
        DatedFinding(overdue: $0, finding: $0.finding(of: line.id, at: path, settings: settings))
      }
    }
  }

  private func due(_ dated: [DatedFinding]) -> [Finding] {
    dated.filter { $0.overdue.isOverdue(on: today) }.map(\.finding)
  }

  /// What is wrong with landings, whichever policies they touch.
  private func others(_ history: WorkspaceHistory) async throws -> HistoryFindings {
    var findings = HistoryFindings()
    let loaded = history.loaded
    KeptRevocations(settings: loaded.settings, lists: loaded.revokedLists)
      .report(loaded.changes.map(\.landing), &findings)
    try await reportMove(loaded, in: history.repository, &findings)
    for (landing, claim) in history.loaded.ahead {
      findings.report(
        .historyClockAhead, landing, at: "bylaw.yml", "A landing says it was made on \(claim)",
        explanation: "Today is \(today).",
        help: "Set the clock of whoever landed it. The next landings put it right.")
    }
    return findings
  }

  /// Whether the workspace came from another place of the repository, and nobody said that judging begins
  /// anew.
  private func reportMove(
    _ loaded: HistoryLoader.Loaded, in repository: GitRepository,
    _ findings: inout HistoryFindings
  ) async throws {
    guard let first = loaded.changes.last(where: \.isFirst)?.landing,
      !loaded.changes.contains(where: { $0.isBeginning && $0.landing.index >= first.index }),
      let parent = try await repository.rawCommit(first.commit).commit?.parents.first
    else { return }
    for place in try await FormerPlaces.find(parent, first.commit, in: repository) {
      findings.report(
        .settingsWorkspaceMoved, first, at: "bylaw.yml",
        "The workspace was moved from `\(place)`",
        explanation:
          "Nothing that was approved there counts here, and what came along was judged by the "
          + "settings that came with it. Of the keys that were revoked there, only those count as "
          + "revoked that `revoked_keys` lists.",
        help: "Look through `revoked_keys`, and set `lifecycle.enforced_since` to that landing.")
    }
  }

  /// `nil` where there is no history of which anything could be kept.
  private func key(in repository: GitRepository?) async throws -> FindingsCache.Key? {
    guard let repository, let head = try await repository.head(),
      try await !repository.tree(at: head, paths: ["bylaw.yml"]).isEmpty
    else { return nil }
    try await repository.refuseIncompleteHistory()
    return FindingsCache.Key(repository, commit: head, checked: checked)
  }

  private func unused(_ entry: Lifecycle.Acknowledged) -> Finding {
    let source = checked.folder.source
    let range = source.text.find(entry.commit, in: source.text.bytes.indices) ?? 0..<0
    return Finding(
      RuleDescription.settingsAcknowledgedUnused.id, .warning, at: source.location(range),
      "`\(entry.rule)` is not found at \(entry.commit.prefix(12))",
      help: "Remove the entry, or name the landing that the finding names.")
  }
}

extension WorkspaceHistory {
  /// Why there is no history, and what to do.
  static func absence(of root: String) async throws -> GitError {
    guard let repository = try await GitRepository.find(containing: root) else {
      return GitError(
        .noHistory, "this folder is in no git repository, so it has no history",
        help: "Run `git init`, and commit the workspace.")
    }
    guard try await repository.head() != nil else {
      return GitError(
        .noHistory, "nothing is committed here yet, so there is no history",
        help: "Commit the workspace with `git commit`.")
    }
    return GitError(
      .noHistory, "the last commit holds no bylaw.yml at this place, so there is no history",
      help: "Commit bylaw.yml with `git commit`.")
  }
}
