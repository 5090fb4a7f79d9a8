import ArgumentParser
import BylawKit
import PolicyModel

/// Options of every verb that changes files.
struct EditOptions: ParsableArguments {
  @Flag(help: "Show what would change, and change nothing.")
  var dryRun = false

  @Flag(help: "Commit what was changed, and nothing else.")
  var commit = false

  @OptionGroup var workspace: WorkspaceOptions

  func desk(_ id: String, needsJudgements: Bool = false) async throws -> PolicyDesk {
    let folder = try workspace.folder()
    return try await PolicyDesk.open(
      id, in: folder, today: try workspace.day(in: folder), needsJudgements: needsJudgements)
  }

  /// Shows the change, or makes it; one line says what was done.
  func carryOut(_ plan: EditPlan, at desk: PolicyDesk) async throws -> ExitStatus {
    guard !dryRun else {
      try Console.out(plan.diff)
      Console.err("Nothing was changed: leave --dry-run out to do it.\n")
      return .clean
    }
    if commit, desk.history == nil {
      throw UsageError(
        "Nothing is committed here yet, so --commit has nowhere to go",
        help: "Commit the workspace first, or leave --commit out.")
    }
    let made = try await plan.carryOut(
      in: desk.folder.root, committingTo: commit ? desk.history : nil)
    var words = plan.summary + "."
    if let made { words += " Commit \(made.short)." }
    let lines = [words] + next(plan)
    Console.err(lines.map { TerminalText.safe($0) + "\n" }.joined())
    return .clean
  }

  private func next(_ plan: EditPlan) -> [String] {
    guard let next = plan.next else { return [] }
    return Wrapping.lines(next, width: 94).map { "  " + $0 }
  }

  /// Whoever acts: `--by`, else the person whom git knows here.
  func actor(_ by: String?, at desk: PolicyDesk) throws -> String {
    if let by { return desk.settings.person(by) }
    guard let user = desk.user else {
      throw UsageError(
        "git does not know who you are here",
        help: "Set user.email with `git config`, or give your address with --by.")
    }
    return user
  }
}
