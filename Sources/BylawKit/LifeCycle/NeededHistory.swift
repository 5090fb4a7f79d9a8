import PolicyHistory
package import PolicyModel

extension WorkspaceHistory {
  /// The history to HEAD, for questions that nothing else answers.
  ///
  /// Throws `incomplete` where there is none, so that such a question ends with status 3.
  package static func needed(
    in folder: WorkspaceFolder, today: CalendarDate, asOf day: CalendarDate? = nil,
    needsJudgements: Bool = false
  ) async throws -> WorkspaceHistory {
    let history = try await load(
      folder.root, timeZone: folder.settings.organization.timeZone, today: today, asOf: day,
      needsJudgements: needsJudgements)
    guard let history else {
      throw GitError(
        .incomplete, "nothing of this workspace is committed, so it has no history",
        help: "Commit it first: `git init`, `git add .`, `git commit`.")
    }
    return history
  }
}
