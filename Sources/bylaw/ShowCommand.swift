import ArgumentParser
import BylawKit
import PolicyModel

struct ShowCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one policy in the terminal.")

  @Argument(help: "The policy's id.")
  var id: String

  @Option(help: "Only one part: \(PartKind.allCases.map(\.rawValue).joined(separator: ", ")).")
  var part: PartKind?

  @OptionGroup var colors: ColorOption
  @OptionGroup var workspace: WorkspaceOptions

  func perform() async throws -> ExitStatus {
    let (checked, _) = try await workspace.checked()
    let job = ShowJob(checked: checked, id: id, part: part)
    guard let text = job.text(palette: Console.palette(colors.color, on: 1)) else {
      throw UsageError(
        "There is no policy `\(id)` here",
        help: job.nearest().map { "Did you mean `\($0)`?" } ?? "`bylaw list` shows all.")
    }
    try Console.out(text)
    return .clean
  }
}
