import ArgumentParser
import BylawKit
import PolicyModel

/// How findings are written.
struct FormatOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case full, concise, json, github, markdown
  }

  @Option(
    help: """
      How to write findings. json is stable; github follows that platform; full, concise and \
      markdown are for people.
      """)
  var outputFormat = Format.full

  @OptionGroup var colors: ColorOption

  /// Data to standard output; the count, for people, to standard error.
  func write(_ findings: [Finding], files: Int? = nil) throws {
    let reporter = TextReporter(palette: Console.palette(colors.color, on: 1))
    switch outputFormat {
    case .full: try Console.out(reporter.full(findings))
    case .concise: try Console.out(reporter.concise(findings))
    case .json: try Console.out(JSONReporter.report(findings))
    case .github: try Console.out(GitHubReporter.report(findings))
    case .markdown: try Console.out(MarkdownReporter.report(findings))
    }
    if outputFormat == .full, let files {
      Console.err(Summary.words(findings, files: files) + "\n")
    }
  }

  /// The same with what a branch does to the policies.
  func write(_ findings: [Finding], _ change: ChangeCheckJob.Result, base: String, files: Int)
    throws
  {
    switch outputFormat {
    case .json: try Console.out(JSONReporter.report(findings, change: change.report))
    case .markdown:
      try Console.out(ChangeComment(change, findings: findings, base: base).text)
    case .full:
      try Console.out(ChangeText(palette: Console.palette(colors.color, on: 1)).text(change.report))
      try write(findings, files: files)
    case .concise, .github: try write(findings, files: files)
    }
  }

  /// The workspace; what is wrong in its settings is written like any other finding.
  func folder(_ options: WorkspaceOptions) throws -> WorkspaceFolder {
    do {
      return try options.folder()
    } catch var error as LoadError {
      if !error.findings.isEmpty { try write(error.findings) }
      error.findings = []
      throw error
    }
  }
}
