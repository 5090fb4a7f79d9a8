import ArgumentParser
import BylawKit
import PolicyModel

struct LogCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Show the life of a policy: its versions, milestones, rounds and sign-offs.",
    discussion: "Newest last. Each event has the day that its file claims, or that of the landing.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case full, json }

  @Argument(help: "The id of the policy.")
  var id: String

  @Option(help: "How to write it; json is stable.")
  var outputFormat = Format.full

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var colors: ColorOption

  func perform() async throws -> ExitStatus {
    let folder = try workspace.folder()
    let timeline = try await LogJob.timeline(
      of: id, in: folder, today: try workspace.day(in: folder))
    switch outputFormat {
    case .json: try Console.out(JSONReporter.json(timeline))
    case .full:
      try Console.out(TimelineReport(palette: Console.palette(colors.color, on: 1)).text(timeline))
    }
    return .clean
  }
}
