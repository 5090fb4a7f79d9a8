import ArgumentParser
import BylawKit
import PolicyModel

struct CheckCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Hold the policies to the rules.",
    discussion: """
      Findings go to standard output. The status is 1 where one is at or above --fail-on. \
      `bylaw explain RULE` says what a finding means. With --base, --output-format markdown writes \
      the comment for a pull request.
      """)

  @Argument(help: "Files or folders to report on. Default: everything.")
  var paths: [String] = []

  @Flag(help: "Judge every landing in git as well.")
  var history = false

  @Option(
    help: ArgumentHelp(
      "Judge HEAD as the next landing on this branch or commit as well.", valueName: "ref"))
  var base: String?

  @Option(help: "The least severity that makes the status 1: note, advice, warning or error.")
  var failOn = Severity.error

  @OptionGroup var format: FormatOptions
  @OptionGroup var workspace: WorkspaceOptions

  func perform() async throws -> ExitStatus {
    let folder = try format.folder(workspace)
    let job = CheckJob(
      folder: folder, today: try workspace.day(in: folder),
      paths: try paths.map { try folder.relative($0) })
    let (history, base) = (history, base)
    let (result, change) = try await Progress.during("Checking") {
      var result = await job.run()
      var change: ChangeCheckJob.Result?
      var more: [Finding] = []
      if history {
        more += try await HistoryCheckJob(checked: result.checked, today: job.today).run()
      }
      if let base {
        let job = ChangeCheckJob(checked: result.checked, base: base, today: job.today)
        let found = try await job.run()
        more += found.findings
        change = found
      }
      result.findings = job.joined(result.findings, more, isAboutChange: history || base != nil)
      return (result, change)
    }
    if let change, let base {
      try format.write(result.findings, change, base: base, files: result.fileCount)
    } else {
      try format.write(result.findings, files: result.fileCount)
    }
    return result.findings.contains { $0.severity >= failOn } ? .findings : .clean
  }
}
