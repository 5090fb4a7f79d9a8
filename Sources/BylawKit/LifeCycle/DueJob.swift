package import PolicyModel
import PolicyProjection
import PolicyReading

/// What needs someone's attention in the whole workspace.
package struct DueJob: Sendable {
  package struct Result: Sendable {
    /// What is overdue first, then by day, policy and kind.
    package var items: [DueItem]
    /// The policies that could not be looked at, and why.
    package var unread: [(policy: String, reason: String)]
    package var workspace: Workspace

    package var isOverdue: Bool { items.contains(where: \.isOverdue) }
  }

  package static func run(in folder: WorkspaceFolder, today: CalendarDate) async throws -> Result {
    let checked = await CheckedWorkspace.load(folder, today: today)
    let history = try await WorkspaceHistory.load(
      folder.root, timeZone: folder.settings.organization.timeZone, today: today)
    let user = await PolicyDesk.user(of: history)
    let policies = checked.files.readings.compactMap(\.policy)
    let outcomes = await concurrentMap(policies + [checked.common].compactMap(\.self)) { policy in
      outcome(of: policy, checked, history, today: today, user: user)
    }
    var unread = checked.files.readings.filter { $0.policy == nil }
      .map { (policy: $0.claimedID ?? $0.source.path, reason: "\($0.source.path) cannot be read") }
    unread += outcomes.compactMap(\.unread)
    let known = Set(policies.map(\.id)).union(unread.map(\.policy)).union(["common"])
    for id in (history?.lines.keys.sorted() ?? []) where !known.contains(id) {
      guard history?.lines[id]?.inForce(on: today) != nil else { continue }
      unread.append((policy: id, reason: "its file is gone, and it is still in force"))
    }
    return Result(
      items: outcomes.flatMap(\.items).sorted(by: comesFirst), unread: unread,
      workspace: folder.settings)
  }

  private static func outcome(
    of policy: Policy, _ checked: CheckedWorkspace, _ history: WorkspaceHistory?,
    today: CalendarDate, user: String?
  ) -> (items: [DueItem], unread: (policy: String, reason: String)?) {
    do {
      let desk = try PolicyDesk.make(
        policy, checked: checked, history: history, today: today, user: user)
      return (desk.dues, nil)
    } catch let error as LoadError {
      return ([], (policy: policy.id, reason: error.message))
    } catch {
      return ([], (policy: policy.id, reason: "\(error)"))
    }
  }

  private static func comesFirst(_ left: DueItem, _ right: DueItem) -> Bool {
    if left.overdueDays != right.overdueDays { return left.overdueDays > right.overdueDays }
    let last = CalendarDate(daysSinceEpoch: 2_900_000)
    return (left.day ?? last, left.policy, left.kind.rawValue, left.what)
      < (right.day ?? last, right.policy, right.kind.rawValue, right.what)
  }
}
