import ArgumentParser
import BylawKit
import PolicyModel

struct ListCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List every policy with its stage, its version and what comes next.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case full, json, csv }

  @Option(help: "Only policies in this stage.")
  var stage: Stage?

  @Option(help: "Only policies of this theme.")
  var theme: Theme?

  @Option(help: ArgumentHelp("Only policies of this owner.", valueName: "address"))
  var owner: String?

  @Option(help: "How to write it.")
  var outputFormat = Format.full

  @OptionGroup var workspace: WorkspaceOptions

  func perform() async throws -> ExitStatus {
    let (checked, today) = try await workspace.checked()
    var job = ListJob(checked: checked, today: today, stage: stage, theme: theme, owner: owner)
    if let hint = job.ownerHint { Console.err(hint + "\n") }
    job.state = await PortfolioState.load(checked, today: today)
    if let problem = job.state.problem {
      Console.err(
        TerminalText.safe("Rounds and reviews cannot be told from history: \(problem)") + "\n")
    }
    let rows = job.rows()
    switch outputFormat {
    case .full: try Console.out(ListReport.text(rows))
    case .json: try Console.out(ListReport.json(rows))
    case .csv: try Console.out(ListReport.csv(rows))
    }
    return .clean
  }
}
