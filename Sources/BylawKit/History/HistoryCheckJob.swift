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
    guard
      let history = try await WorkspaceHistory.load(
        folder.root, timeZone: folder.settings.organization.timeZone, today: today,
        needsJudgements: true)
    else { throw try await WorkspaceHistory.absence(of: folder.root) }
    let gates = LandedGates(history: history, pages: Set(checked.theme.pageNames))
    let acknowledged = history.settings?.workspace.lifecycle.acknowledged ?? []
    let result = HistoryChecker(
      gates: gates.reports(of: history.judgements), acknowledged: acknowledged,
      words: history.ruleWords
    ).check(history.judgements)
    return (result.findings + result.unused.map(unused)).sorted()
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
