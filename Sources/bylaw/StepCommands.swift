import ArgumentParser
import BylawKit
import PolicyModel
import PolicyRules

/// What all steps of the life cycle take.
struct StepOptions: ParsableArguments {
  @Argument(help: "The id of the policy.")
  var id: String

  @Option(
    name: [.customShort("m"), .long],
    help: ArgumentHelp("Why, in one sentence; it becomes part of the history.", valueName: "text"))
  var reason: String?

  @Option(help: ArgumentHelp("Who takes the step. Default: git's user.", valueName: "address"))
  var by: String?

  @OptionGroup var edit: EditOptions
  @OptionGroup var colors: ColorOption

  func take(_ request: StepJob.Request) async throws -> ExitStatus {
    let desk = try await edit.desk(id)
    let job = StepJob(
      request, desk: desk, by: try edit.actor(by, at: desk), reason: reason)
    switch try job.run() {
    case .planned(let plan): return try await edit.carryOut(plan, at: desk)
    case .blocked(let report):
      let tree = GateTree(palette: Console.palette(colors.color, on: 2), isFull: false)
      Console.err(tree.text(report))
      return .findings
    }
  }
}

struct AdvanceCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "advance",
    abstract: "Take a policy to its next stage, if its gate is met.",
    discussion: """
      Research ends with “comprehensive”, development with “a good fit”, implementation with \
      “performable”. What is missing is listed with the command that mends it, and the status is 1.
      """)

  @Flag(help: "Release without notice: every group of lifecycle.urgent must have signed.")
  var urgent = false

  @OptionGroup var step: StepOptions

  func perform() async throws -> ExitStatus { try await step.take(.advance(isUrgent: urgent)) }
}

struct SendBackCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "send-back",
    abstract: "Take a draft one stage back, with a reason.")

  @OptionGroup var step: StepOptions

  func perform() async throws -> ExitStatus { try await step.take(.sendBack) }
}

struct ReviseCommand: Verb {
  enum Target: String, ExpressibleByArgument, CaseIterable { case development, research }

  static let configuration = CommandConfiguration(
    commandName: "revise",
    abstract: "Begin the next version of a policy that is in force.",
    discussion:
      "The sites keep the version in force until the next one is approved and its day comes.")

  @Option(help: "Where the revision begins.")
  var to = Target.development

  @OptionGroup var step: StepOptions

  func perform() async throws -> ExitStatus {
    try await step.take(.revise(to: to == .research ? .research : .development))
  }
}

struct WithdrawCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "Give a version up before it binds.",
    discussion: """
      The file gets back the words of the version in force; the number is never used again. A first \
      version goes back to development under the next number.
      """)

  @OptionGroup var step: StepOptions

  func perform() async throws -> ExitStatus { try await step.take(.withdraw) }
}

struct RetireCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "retire",
    abstract: "End the life of a policy.",
    discussion: """
      A policy that was ever published needs the sign-off of lifecycle.retire: the first run writes \
      when and why, the groups sign that, and the second run takes the step.
      """)

  @Option(help: ArgumentHelp("The first day on which it no longer binds.", valueName: "yyyy-mm-dd"))
  var on: CalendarDate?

  @Option(help: ArgumentHelp("The id of the policy that replaces it.", valueName: "id"))
  var replacedBy: String?

  @OptionGroup var step: StepOptions

  func perform() async throws -> ExitStatus {
    try await step.take(.retire(on: on, replacedBy: replacedBy))
  }
}
