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

  @Option(
    help: ArgumentHelp(
      "The words that were in force on this day, as the commits until then say.",
      valueName: "yyyy-mm-dd"))
  var asOf: CalendarDate?

  @OptionGroup var colors: ColorOption
  @OptionGroup var workspace: WorkspaceOptions

  func perform() async throws -> ExitStatus {
    let (checked, today) = try await workspace.checked()
    try Today.refuseFuture(asOf, today: today)
    var job = ShowJob(checked: checked, id: id, part: part)
    if let asOf {
      let shown = try await ShownText.inForce(id, on: asOf, in: checked.folder, today: today)
      job.approved = shown.policy
      job.note = shown.words
    } else {
      job.note = try await ShownText.note(on: id, checked: checked, today: today)
    }
    guard let text = job.text(palette: Console.palette(colors.color, on: 1)) else {
      throw UsageError(
        "There is no policy `\(id)` here",
        help: job.nearest().map { "Did you mean `\($0)`?" } ?? "`bylaw list` shows all.")
    }
    if part != nil, let note = job.note { Console.err(TerminalText.safe(note) + "\n") }
    try Console.out(text)
    return .clean
  }
}
