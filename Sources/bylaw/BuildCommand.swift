import ArgumentParser
import BylawKit
import PolicyModel
import PolicySite

struct BuildCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Build the help site, the moderators' site and the e-mails.",
    discussion: """
      Every policy that is sound is built; the status is 1 where some were not. The folder is \
      replaced as a whole, and only where bylaw made it.
      """)

  @Option(
    help: ArgumentHelp("Where to build. Default: build in the workspace.", valueName: "dir"))
  var output: String?

  @Option(help: "Only one site: \(SiteKind.allCases.map(\.rawValue).joined(separator: ", ")).")
  var only: SiteKind?

  @Flag(help: "Let every address end in index.html, so that the sites open from a disk.")
  var portable = false

  @OptionGroup var report: ReportOptions
  @OptionGroup var workspace: WorkspaceOptions

  func perform() async throws -> ExitStatus {
    let clock = ContinuousClock()
    let start = clock.now
    let folder = try workspace.folder()
    let job = WriteJob(
      folder: folder, today: try workspace.day(in: folder),
      sites: only.map { [$0] } ?? Set(SiteKind.allCases), isPortable: portable, output: output)
    let outcome = try await Progress.during("Building") { try await job.run() }
    guard case .built(let result, let checked) = outcome else {
      Console.err("Nothing changed: \(job.output) is up to date.\n")
      return .clean
    }
    let errors = checked.findings.filter { $0.severity == .error }
    if !errors.isEmpty { try report.write(errors, files: checked.files.readings.count) }
    guard result.leaks.isEmpty else {
      Console.err(LeakReport.text(result.leaks, checked))
      return .findings
    }
    Console.err(
      BuildReport.text(result, output: job.output, sites: job.sites, took: clock.now - start))
    return errors.isEmpty ? .clean : .findings
  }
}

extension SiteKind: ExpressibleByArgument {}
