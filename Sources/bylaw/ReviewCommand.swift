import ArgumentParser
import BylawKit
import PolicyModel

struct ReviewCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Record the periodic review of what is in force.",
    discussion: """
      Writes one signed record and commits only that. With --keep the next review is due a period \
      later; with --revise or --retire the owner has 30 days to do it.
      """)

  @Argument(help: "The id of the policy.")
  var id: String

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("The group of lifecycle.living you speak for.", valueName: "group"))
  var group: String?

  @Flag(help: "It can stay as it is.")
  var keep = false

  @Flag(help: "It needs a new version.")
  var revise = false

  @Flag(help: "It should end.")
  var retire = false

  @Option(
    help: ArgumentHelp(
      "What you looked at: law, attitudes, expectations, data, appeals.", valueName: "list"))
  var considered: String = ""

  @Option(
    name: [.customShort("m"), .long],
    help: ArgumentHelp("Your words; needed for --revise and --retire.", valueName: "text"))
  var message = ""

  @OptionGroup var signing: SigningOptions

  func perform() async throws -> ExitStatus {
    let desk = try await signing.desk(id, needsJudgements: true)
    let job = try ReviewJob.record(
      at: desk, group: group, verdict: try verdict(),
      considered: try ReviewJob.considerations(in: considered),
      text: message, reviewer: try signing.actor(at: desk))
    try await signing.refuse(job)
    Console.err(ReviewJob.words(job, palette: Console.palette(signing.colors.color, on: 2)))
    return try await signing.carryOut(job)
  }

  private func verdict() throws -> SignOff.Verdict {
    let chosen: [(Bool, SignOff.Verdict)] = [(keep, .keep), (revise, .revise), (retire, .retire)]
    let verdicts = chosen.filter(\.0).map(\.1)
    guard verdicts.count == 1 else {
      throw UsageError("Say one thing: --keep, --revise or --retire")
    }
    return verdicts[0]
  }
}
