import PolicyHistory
package import PolicyModel
import PolicyProjection
import PolicyReading

/// What history says of each policy of the working tree, for the list of all of them.
package struct PortfolioState: Sendable {
  package struct Next: Sendable, Hashable {
    package var day: CalendarDate
    package var what: String
  }

  /// For whom the open round of a policy waits.
  package var waiting: [String: [String]] = [:]
  /// What comes next for a policy, and when.
  package var next: [String: Next] = [:]
  /// Whether there is a history to ask.
  package var isKnown = false
  /// Why history does not answer.
  package var problem: String?

  package static func load(
    _ checked: CheckedWorkspace, today: CalendarDate
  ) async -> PortfolioState {
    do {
      let history = try await WorkspaceHistory.load(
        checked.folder.root, timeZone: checked.folder.settings.organization.timeZone,
        today: today)
      var state = PortfolioState(isKnown: history != nil)
      for policy in checked.files.readings.compactMap(\.policy) {
        let desk = try PolicyDesk.make(
          policy, checked: checked, history: history, today: today, user: nil)
        if let round = desk.snapshot.openRound {
          state.waiting[policy.id] = desk.judge.status(of: round).waitingFor.map(\.group)
        }
        state.next[policy.id] = desk.next
      }
      return state
    } catch let error as GitError {
      return PortfolioState(problem: error.description)
    } catch let error as LoadError {
      return PortfolioState(problem: error.message)
    } catch {
      return PortfolioState(problem: "\(error)")
    }
  }
}

extension PolicyDesk {
  /// The next version that begins, else the next review of what is in force.
  fileprivate var next: PortfolioState.Next? {
    if let version = line.upcoming(after: today).first?.version,
      let day = line.interval(of: version)?.from
    {
      return .init(day: day, what: "in force")
    }
    guard let schedule = reviewSchedule else { return nil }
    // Nobody reviews what has ended by then.
    if let ending = line.ending, ending.day <= schedule.due {
      return .init(day: ending.day, what: "retired")
    }
    guard let pending = schedule.pending else {
      return .init(day: schedule.due, what: "review due")
    }
    return .init(
      day: schedule.due, what: pending.verdict == .retire ? "retire due" : "revise due")
  }
}
