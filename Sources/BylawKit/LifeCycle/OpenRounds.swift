import PolicyHistory
package import PolicyModel
import PolicyProjection
import PolicyReading

/// For whom the open rounds of the working tree wait.
package struct OpenRounds: Sendable {
  /// By policy; those of which it cannot be told are missing.
  package var waiting: [String: [String]] = [:]
  /// Why history does not answer.
  package var problem: String?

  /// Asks git only where a round is open.
  package static func load(_ checked: CheckedWorkspace, today: CalendarDate) async -> OpenRounds {
    let policies = checked.files.readings.compactMap(\.policy)
      .filter { $0.facts.rounds.contains { $0.closed == nil } }
    guard !policies.isEmpty else { return OpenRounds() }
    do {
      let history = try await WorkspaceHistory.load(
        checked.folder.root, timeZone: checked.folder.settings.organization.timeZone, today: today)
      var rounds = OpenRounds()
      for policy in policies {
        let desk = try PolicyDesk.make(
          policy, checked: checked, history: history, today: today, user: nil)
        guard let round = desk.snapshot.openRound else { continue }
        rounds.waiting[policy.id] = desk.judge.status(of: round).waitingFor.map(\.group)
      }
      return rounds
    } catch let error as GitError {
      return OpenRounds(problem: error.description)
    } catch let error as LoadError {
      return OpenRounds(problem: error.message)
    } catch {
      return OpenRounds(problem: "\(error)")
    }
  }
}
