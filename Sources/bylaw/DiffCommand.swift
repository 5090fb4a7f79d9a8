import ArgumentParser
import BylawKit
import PolicyModel

struct DiffCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what differs between two texts of a policy, rule by rule.",
    discussion: """
      A text is a version (2 or v2), a day (what was in force then, 2026-03-12) or a revision of git. \
      Without any, what is in force is compared with the working tree.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case full, markdown, json }

  @Argument(help: "The id of the policy.")
  var id: String

  @Argument(help: "The older text. Default: what is in force.")
  var from: String?

  @Argument(help: "The newer text. Default: the working tree.")
  var to: String?

  @Option(help: "How to write it; json is stable.")
  var outputFormat = Format.full

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var colors: ColorOption

  func perform() async throws -> ExitStatus {
    let folder = try workspace.folder()
    let job = try await DiffJob(
      id, from: from.map { TextName($0) } ?? .approved, to: to.map { TextName($0) } ?? .working,
      in: folder, today: try workspace.day(in: folder))
    switch outputFormat {
    case .full:
      try Console.out(DiffReport.text(job, palette: Console.palette(colors.color, on: 1)))
    case .markdown: try Console.out(DiffReport.markdown(job))
    case .json: try Console.out(DiffReport.json(job))
    }
    return .clean
  }
}
