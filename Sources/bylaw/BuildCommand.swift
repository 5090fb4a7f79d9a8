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

  @Option(
    help: """
      Only one site: \(SiteKind.allCases.map(\.rawValue).joined(separator: ", ")). The folder then \
      holds that one alone.
      """)
  var only: SiteKind?

  @Flag(help: "Let every address end in index.html, so that the sites open from a disk.")
  var portable = false

  @Option(
    help: ArgumentHelp(
      "Show what was in force on this day, as the commits until then say.", valueName: "yyyy-mm-dd")
  )
  var asOf: CalendarDate?

  @Option(
    help: ArgumentHelp(
      """
      Build the working tree's text of this policy for its reviewers, marked as a draft, with the round \
      pack, in build-preview/ID.
      """, valueName: "id"))
  var preview: String?

  @OptionGroup var format: FormatOptions
  @OptionGroup var workspace: WorkspaceOptions

  func perform() async throws -> ExitStatus {
    let clock = ContinuousClock()
    let start = clock.now
    let folder = try format.folder(workspace)
    if let preview { return try await build(draftOf: preview, in: folder) }
    let today = try workspace.day(in: folder)
    try Today.refuseFuture(asOf, today: today)
    let job = WriteJob(
      folder: folder, today: today, asOf: asOf,
      sites: only.map { [$0] } ?? Set(SiteKind.allCases), isPortable: portable,
      output: output)
    let outcome = try await Progress.during("Building") { try await job.run() }
    switch outcome {
    case .unchanged(let pages):
      Console.err(
        BuildReport.text(unchanged: pages, output: job.output, took: clock.now - start))
      return .clean
    case .refused(let checked, let obstacle):
      _ = try writeErrors(checked)
      Console.err(BuildReport.text(obstacle))
      return .findings
    case .built(let result, let checked):
      let isClean = try writeErrors(checked)
      return finish(result, checked, job, took: clock.now - start, isClean: isClean)
    }
  }

  /// Whether there was none.
  private func writeErrors(_ checked: CheckedWorkspace) throws -> Bool {
    let errors = checked.findings.filter { $0.severity == .error }
    if !errors.isEmpty { try format.write(errors, files: checked.files.readings.count) }
    return errors.isEmpty
  }

  private func finish(
    _ result: BuildJob.Result, _ checked: CheckedWorkspace, _ job: WriteJob, took: Duration,
    isClean: Bool
  ) -> ExitStatus {
    guard result.leaks.isEmpty else {
      Console.err(LeakReport.text(result.leaks, checked))
      return .findings
    }
    Console.err(BuildReport.text(result, output: job.output, sites: job.sites, took: took))
    return isClean ? .clean : .findings
  }
}

extension SiteKind: ExpressibleByArgument {}
