import ArgumentParser
import BylawKit
import PolicyModel

/// How findings are written, and which of them fail a run.
struct ReportOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable { case full, concise, json, github }

  @Option(
    help: """
      How to write findings. json is stable; github follows that platform; full and concise are \
      for people.
      """)
  var outputFormat = Format.full

  @Option(help: "The least severity that makes the status 1: note, advice, warning or error.")
  var failOn = Severity.error

  @OptionGroup var colors: ColorOption

  /// Data to standard output; the count, for people, to standard error.
  func write(_ findings: [Finding], files: Int) throws {
    let reporter = TextReporter(palette: Console.palette(colors.color, on: 1))
    switch outputFormat {
    case .full: try Console.out(reporter.full(findings))
    case .concise: try Console.out(reporter.concise(findings))
    case .json: try Console.out(JSONReporter.report(findings))
    case .github: try Console.out(GitHubReporter.report(findings))
    }
    if outputFormat == .full { Console.err(Summary.words(findings, files: files) + "\n") }
  }

  func status(_ findings: [Finding]) -> ExitStatus {
    findings.contains { $0.severity >= failOn } ? .findings : .clean
  }
}
