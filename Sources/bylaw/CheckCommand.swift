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

  @OptionGroup var report: ReportOptions
  @OptionGroup var workspace: WorkspaceOptions

  func perform() async throws -> ExitStatus {
    let folder = try workspace.folder()
    let job = CheckJob(
      folder: folder, today: try workspace.day(in: folder),
      paths: try paths.map { try folder.relative($0) })
    let result = await Progress.during("Checking") { await job.run() }
    try report.write(result.findings, files: result.fileCount)
    return report.status(result.findings)
  }
}
