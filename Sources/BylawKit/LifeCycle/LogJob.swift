package import PolicyModel
package import PolicyProjection

/// The timeline of one policy, also of one whose file is gone.
package enum LogJob {
  package static func timeline(
    of id: String, in folder: WorkspaceFolder, today: CalendarDate
  ) async throws -> Timeline {
    let checked = await CheckedWorkspace.load(folder, today: today)
    let history = try await WorkspaceHistory.needed(
      in: folder, today: today, needsJudgements: true)
    let judgements = history.judgements.filter { $0.policy == id }
    do {
      let desk = try await PolicyDesk.open(id, checked: checked, history: history, today: today)
      return Timeline(
        of: desk.line, judgements: judgements, working: desk.snapshot, judge: desk.judge,
        records: desk.records, today: today)
    } catch let error as LoadError {
      guard let line = history.lines[id] else { throw error }
      return Timeline(of: line, judgements: judgements, today: today)
    }
  }
}
