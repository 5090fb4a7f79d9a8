import ArgumentParser
import BylawKit
import PolicyModel

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
    let machine = Today.date(in: folder.settings.organization.timeZone)
    if let doubt = try Today.doubt(about: workspace.day(in: folder), machine: machine) {
      Console.err(doubt + "\n")
    }
    return try await PolicyDesk.open(
      id, in: folder, today: try workspace.day(in: folder), needsJudgements: needsJudgements)
  }

  func actor(at desk: PolicyDesk) throws -> String { try EditOptions().actor(by, at: desk) }

  /// Refuses what cannot be signed, before anything of it is shown.
  func refuse(_ job: SignJob) async throws {
    _ = try job.signOff()
    if !dryRun { try job.refuse(key: try await job.desk.signingKey(key)) }
  }

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
