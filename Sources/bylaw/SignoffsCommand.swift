import ArgumentParser
import BylawKit
import PolicyModel

struct SignoffsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "signoffs",
    abstract: "Look at the records of reviewers.",
    subcommands: [SignoffsVerifyCommand.self])
}

struct SignoffsVerifyCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Say of every record whether it counts, and if not, why.",
    discussion: """
      The status is 1 when a record of the current version is void or lost, when a line of \
      allowed_signers or revoked_keys is not followed, or when a policy could not be looked at.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case full, json }

  @Argument(help: "Only these policies.")
  var ids: [String] = []

  @Flag(
    help:
      "Print the commands of ssh-keygen by which an auditor verifies each signature; nothing else.")
  var printCommands = false

  @Option(help: "How to write it; json is stable.")
  var outputFormat = Format.full

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var colors: ColorOption

  func perform() async throws -> ExitStatus {
    let folder = try workspace.folder()
    let result = try await VerifyJob.run(ids, in: folder, today: try workspace.day(in: folder))
    if printCommands {
      try Console.out(VerifyReport.commands(result))
    } else if outputFormat == .json {
      try Console.out(JSONReporter.json(result))
    } else {
      try Console.out(VerifyReport(palette: Console.palette(colors.color, on: 1)).text(result))
    }
    return result.isSound ? .clean : .findings
  }
}
