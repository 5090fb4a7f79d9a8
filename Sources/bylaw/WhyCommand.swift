import ArgumentParser
import BylawKit
import PolicyModel
import PolicyRules

struct WhyCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Show what keeps a policy from its next stage.",
    discussion: """
      Of a released version it shows what is owed: its review, sign-offs of words that wait, the debt \
      of an urgent release. \
      Each condition is met, unmet, stale (signed, and changed since), void or lost, with who can \
      mend it and the command to type. The status is 1 while something is missing.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case full, json }

  @Argument(help: "The id of the policy.")
  var id: String

  @Option(help: "Ask about a later stage than the next one.")
  var to: Stage?

  @Flag(help: "Ask what a release without notice needs.")
  var urgent = false

  @Option(help: "How to write it; json is stable.")
  var outputFormat = Format.full

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var colors: ColorOption

  func perform() async throws -> ExitStatus {
    let folder = try workspace.folder()
    let desk = try await PolicyDesk.open(
      id, in: folder, today: try workspace.day(in: folder))
    let gate = try gate(of: desk)
    let report = desk.gateReport(for: gate, isUrgent: urgent)
    switch outputFormat {
    case .json: try Console.out(JSONReporter.json(report))
    case .full:
      try Console.out(GateTree(palette: Console.palette(colors.color, on: 1)).text(report))
    }
    return report.isMet ? .clean : .findings
  }

  private func gate(of desk: PolicyDesk) throws -> Gate {
    let target = to.flatMap { target in
      Gate.allCases.first { $0 != .living && $0.stage.rank + 1 == target.rank }
    }
    if let to, target == nil {
      throw UsageError(
        "No gate leads to \(to.rawValue)",
        help: "Gates lead to development, implementation and iteration.")
    }
    guard let gate = target ?? desk.snapshot.stage?.gate else {
      throw UsageError("\(id) is retired: there is no gate ahead")
    }
    return gate
  }
}
