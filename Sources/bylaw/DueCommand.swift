import ArgumentParser
import BylawKit
import PolicyModel

struct DueCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "due",
    abstract: "Show what needs someone's attention, person by person.",
    discussion: """
      Reviews within 30 days and late ones, rounds and whom they wait for, answers, notices and the \
      debts of urgent releases.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case full, json }

  @Flag(help: "End with status 1 if something is overdue, or could not be looked at.")
  var fail = false

  @Option(help: "How to write it; json is stable.")
  var outputFormat = Format.full

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var colors: ColorOption

  func perform() async throws -> ExitStatus {
    let folder = try workspace.folder()
    let result = try await DueJob.run(in: folder, today: try workspace.day(in: folder))
    switch outputFormat {
    case .json: try Console.out(DueReport.json(result))
    case .full:
      try Console.out(DueReport(palette: Console.palette(colors.color, on: 1)).text(result))
    }
    for (policy, reason) in result.unread {
      Console.err(TerminalText.safe("\(policy) was not looked at: \(reason)") + "\n")
    }
    return fail && (result.isOverdue || !result.unread.isEmpty) ? .findings : .clean
  }
}
