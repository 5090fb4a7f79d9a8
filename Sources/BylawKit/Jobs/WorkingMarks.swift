import PolicyHistory
import PolicyModel
import PolicyProjection

/// What a preview of the working tree says of words that readers do not get: drafts, and what stands
/// in iteration in other words than those in force.
enum WorkingMarks {
  /// By the policy's id; what is in force as it stands has none.
  static func marks(
    of checked: CheckedWorkspace, today: CalendarDate
  ) async throws -> [String: Publication.Mark] {
    let history: WorkspaceHistory?
    do {
      history = try await WorkspaceHistory.load(
        checked.folder.root, timeZone: checked.folder.settings.organization.timeZone,
        today: today)
    } catch let error as GitError {
      return unknown(checked, because: error.description)
    }
    var marks: [String: Publication.Mark] = [:]
    for policy in checked.sound where policy.facts.stage?.value != .retired {
      let desk = try PolicyDesk.make(
        policy, checked: checked, history: history, today: today, user: nil)
      marks[policy.id] = mark(desk, isCommitted: history != nil)
    }
    return marks
  }

  private static func mark(_ desk: PolicyDesk, isCommitted: Bool) -> Publication.Mark? {
    let current = desk.line.inForce(on: desk.today)
    let inForce = current.map { "In force is version \($0.version), in other words." }
    guard desk.snapshot.stage == .iteration else {
      return draft(desk.snapshot.stage ?? .research, inForce: inForce)
    }
    guard isCommitted else { return nil }
    let published = [current].compactMap(\.self) + desk.line.upcoming(after: desk.today)
    let isPublished = published.contains { candidate in
      candidate.version == desk.snapshot.version
        && desk.snapshot.scopes.allSatisfy {
          candidate.snapshot.digests[$0] == desk.snapshot.digests[$0]
        }
    }
    return isPublished
      ? nil
      : Publication.Mark(
        "Not approved",
        "Readers do not get these words. " + (inForce ?? "Nothing of this policy is in force."))
  }

  private static func draft(_ stage: Stage, inForce: String?) -> Publication.Mark {
    Publication.Mark(
      "Draft in \(stage.rawValue)",
      ["Readers do not get this page.", inForce].compactMap(\.self).joined(separator: " "))
  }

  private static func unknown(
    _ checked: CheckedWorkspace, because reason: String
  ) -> [String: Publication.Mark] {
    var marks: [String: Publication.Mark] = [:]
    for policy in checked.sound {
      guard let stage = policy.facts.stage?.value, stage != .retired else { continue }
      marks[policy.id] =
        stage == .iteration
        ? Publication.Mark("Not known", "Whether this is in force cannot be told: \(reason).")
        : draft(stage, inForce: nil)
    }
    return marks
  }
}
