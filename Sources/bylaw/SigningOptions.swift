import ArgumentParser
import BylawKit

/// Options of every verb that writes a record.
struct SigningOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The key to sign with.", valueName: "file"))
  var key: String?

  @Option(help: ArgumentHelp("Who signs. Default: git's user.", valueName: "address"))
  var by: String?

  @Flag(help: "Leave the record uncommitted.")
  var noCommit = false

  @Flag(help: "Show what would be signed, and write nothing.")
  var dryRun = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var colors: ColorOption

  func desk(_ id: String, needsJudgements: Bool = false) async throws -> PolicyDesk {
    let folder = try workspace.folder()
    return try await PolicyDesk.open(
      id, in: folder, today: try workspace.day(in: folder), needsJudgements: needsJudgements)
  }

  func actor(at desk: PolicyDesk) throws -> String { try EditOptions().actor(by, at: desk) }

  /// Signs, writes and commits the record alone, once it was shown.
  func carryOut(_ job: SignJob) async throws -> ExitStatus {
    if dryRun {
      Console.err("Nothing was signed: leave --dry-run out to do it.\n")
      return .clean
    }
    var edit = EditOptions()
    edit.workspace = workspace
    edit.dryRun = false
    edit.commit = !noCommit && job.desk.history != nil
    let plan = try await job.plan(
      key: try await job.desk.signingKey(key), isInteractive: Console.isTerminal(0))
    return try await edit.carryOut(plan, at: job.desk)
  }
}
