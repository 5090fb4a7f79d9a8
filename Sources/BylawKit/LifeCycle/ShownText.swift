import PolicyHistory
package import PolicyModel
import PolicyProjection
import PolicyReading

/// What `show` says of how its text relates to what is in force.
package enum ShownText {
  /// The approved words of a day, with the version, the interval and the commit in words.
  package static func inForce(
    _ id: String, on day: CalendarDate, in folder: WorkspaceFolder, today: CalendarDate
  ) async throws -> (policy: Policy, words: String) {
    let history = try await WorkspaceHistory.needed(in: folder, today: today, asOf: day)
    guard let line = history.lines[id] else {
      let near = nearestName(to: id, among: history.lines.keys.sorted())
      throw LoadError(
        "There was no policy `\(id)` on \(day.inWords)", help: near.map { "Did you mean `\($0)`?" })
    }
    guard let candidate = line.inForce(on: day), let policy = history.text(of: candidate) else {
      throw LoadError("Nothing of \(id) was in force on \(day.inWords)", help: help(line, day))
    }
    var words = "Version \(candidate.version)"
    if let interval = line.interval(of: candidate.version) {
      words += ", in force from \(interval.from.inWords)"
      if let until = interval.until { words += " to \(until.inWords)" }
    }
    // Where nothing but bookkeeping landed since, the words are as old as they are.
    let landing = line.firstLanding(ofWordsIn: candidate)
    return (
      policy,
      words + ". Its words landed on \(landing.day.inWords), commit \(landing.commit.short)."
    )
  }

  private static func help(_ line: PolicyLine, _ day: CalendarDate) -> String {
    if let ending = line.ending, ending.day <= day { return "It ended on \(ending.day.inWords)." }
    if let next = line.upcoming(after: day).first, let from = line.effectiveDay(of: next.version) {
      return "Version \(next.version) binds from \(from.inWords)."
    }
    return "`bylaw log \(line.id)` shows when its versions bound."
  }

  /// Says so where the working tree is not what is in force; `nil` where it is, or where nothing was
  /// ever released.
  package static func note(
    on id: String, checked: CheckedWorkspace, today: CalendarDate
  ) async throws -> String? {
    let policies = checked.files.readings.compactMap(\.policy).filter { $0.id == id }
    guard let policy = policies.first, policies.count == 1 else { return nil }
    do {
      let history = try await WorkspaceHistory.load(
        checked.folder.root, timeZone: checked.folder.settings.organization.timeZone, today: today)
      guard let history else { return nil }
      return note(
        try PolicyDesk.make(
          policy, checked: checked, history: history, today: today, user: nil))
    } catch let error as GitError {
      return "Whether this is in force cannot be told: \(error.description)."
    }
  }

  private static func note(_ desk: PolicyDesk) -> String? {
    let id = desk.policy.id
    guard let current = desk.line.inForce(on: desk.today) else {
      if let ending = desk.line.ending, ending.day <= desk.today {
        return "Nothing of this is in force: it ended on \(ending.day.inWords)."
      }
      guard let next = desk.line.upcoming(after: desk.today).first else {
        return desk.snapshot.stage == .iteration
          ? "Nothing of this is in force: it is not approved. `bylaw why \(id)` says more." : nil
      }
      let from = desk.line.effectiveDay(of: next.version)
      return "Nothing of this is in force yet: version \(next.version) binds from "
        + "\(from?.inWords ?? "its day")."
    }
    let isSame =
      current.version == desk.snapshot.version
      && desk.snapshot.scopes.allSatisfy {
        current.snapshot.digests[$0] == desk.snapshot.digests[$0]
      }
    if isSame {
      return desk.line.ending.map { "It is in force, and ends on \($0.day.inWords)." }
    }
    return "This is the working tree. In force is version \(current.version) in other words: "
      + "`bylaw diff \(id)` shows what differs."
  }
}
