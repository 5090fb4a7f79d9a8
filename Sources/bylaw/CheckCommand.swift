import ArgumentParser
import BylawKit
import PolicyModel

struct CheckCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Hold the policies to the rules.",
    discussion: """
      Findings go to standard output. The status is 1 where one is at or above --fail-on. \
      `bylaw explain RULE` says what a finding means.
      """)

  @Argument(help: "Files or folders to report on. Default: everything.")
  var paths: [String] = []

  @Flag(help: "Judge every landing in git as well.")
  var history = false

  @Option(help: "The least severity that makes the status 1: note, advice, warning or error.")
  var failOn = Severity.error

  @OptionGroup var format: FormatOptions
  @OptionGroup var workspace: WorkspaceOptions

  func perform() async throws -> ExitStatus {
    let folder = try format.folder(workspace)
    let job = CheckJob(
      folder: folder, today: try workspace.day(in: folder),
      paths: try paths.map { try folder.relative($0) })
    let history = history
    let result = try await Progress.during("Checking") {
      var result = await job.run()
      if history {
        let past = HistoryCheckJob(checked: result.checked, today: job.today)
        result.findings = (result.findings + job.covered(try await past.run())).sorted()
      }
      return result
    }
    try format.write(result.findings, files: result.fileCount)
    return result.findings.contains { $0.severity >= failOn } ? .findings : .clean
  }
}
