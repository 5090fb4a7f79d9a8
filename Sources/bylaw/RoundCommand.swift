import ArgumentParser
import BylawKit
import PolicyModel

struct RoundCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "round",
    abstract: "Open, look at and close review rounds.",
    subcommands: [RoundOpenCommand.self, RoundStatusCommand.self, RoundCloseCommand.self])
}

struct RoundOpenCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Ask the groups of the gates about all words that are not approved yet.")

  @Argument(help: "The id of the policy.")
  var id: String

  @Option(help: ArgumentHelp("Ask this group as well.", valueName: "group"))
  var add: [String] = []

  @OptionGroup var edit: EditOptions

  func perform() async throws -> ExitStatus {
    let desk = try await edit.desk(id, needsJudgements: true)
    return try await edit.carryOut(try RoundJob(desk: desk).open(adding: add), at: desk)
  }
}

struct RoundStatusCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show who has spoken in a round, who is waited for, and what has no answer.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case full, json }

  @Argument(help: "The id of the policy.")
  var id: String

  @Option(help: ArgumentHelp("A round of the past.", valueName: "number"))
  var round: Int?

  @Option(help: "How to write it; json is stable.")
  var outputFormat = Format.full

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var colors: ColorOption

  func perform() async throws -> ExitStatus {
    let folder = try workspace.folder()
    let desk = try await PolicyDesk.open(id, in: folder, today: try workspace.day(in: folder))
    let status = try RoundJob(desk: desk).status(number: round)
    switch outputFormat {
    case .json: try Console.out(JSONReporter.json(status))
    case .full:
      try Console.out(
        RoundReport(palette: Console.palette(colors.color, on: 1)).text(status, at: desk))
    }
    return .clean
  }
}

struct RoundCloseCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "close",
    abstract: "Close the open round; its outcome follows from the records.",
    discussion: """
      Every group must have spoken on the same words, and each objection and comment needs an answer.
      """)

  @Argument(help: "The id of the policy.")
  var id: String

  @Option(
    help: ArgumentHelp(
      "The answer to one record: its file name, =, and words.", valueName: "record=text"))
  var answer: [String] = []

  @Option(help: ArgumentHelp("Close it without an outcome, for this reason.", valueName: "reason"))
  var withdraw: String?

  @OptionGroup var edit: EditOptions

  func perform() async throws -> ExitStatus {
    let desk = try await edit.desk(id)
    let job = RoundJob(desk: desk)
    if let withdraw {
      return try await edit.carryOut(try job.withdraw(reason: withdraw), at: desk)
    }
    let answers = try answer.map { answer in
      let parts = answer.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, !parts[1].isEmpty else {
        throw UsageError(
          "`--answer \(answer)` has no words", help: "Write --answer \"RECORD=TEXT\".")
      }
      return (record: parts[0], text: parts[1])
    }
    return try await edit.carryOut(try job.close(answers: answers), at: desk)
  }
}
