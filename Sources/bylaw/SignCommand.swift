import ArgumentParser
import BylawKit
import PolicyHistory
import PolicyModel

struct SignCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "sign",
    abstract: "Say yes or no to the words of a policy as they stand, and sign that.",
    discussion: """
      Shows what is about to be signed, writes one file below policies/signoffs and commits only \
      that. A key is named with --key, else by user.signingkey of the global git configuration.
      """)

  enum Purpose: String, ExpressibleByArgument, CaseIterable { case round, retire, urgent }

  @Argument(help: "The id of the policy.")
  var id: String

  @Option(
    name: .customLong("as"), help: ArgumentHelp("The group you speak for.", valueName: "group"))
  var group: String

  @Flag(help: "Approve these words.")
  var approve = false

  @Flag(help: "Ask for changes: it stands in the way until you take it back.")
  var requestChanges = false

  @Flag(help: "Say something without a verdict.")
  var comment = false

  @Flag(help: "Set an objection aside, as lifecycle.overrule may.")
  var overrule = false

  @Option(
    name: [.customShort("m"), .long],
    help: ArgumentHelp("Your words; needed for all but an approval.", valueName: "text"))
  var message = ""

  @Option(help: ArgumentHelp("The record whose objection this one clears.", valueName: "file"))
  var clears: String?

  @Option(name: .customLong("for"), help: "What the yes is for.")
  var purpose = Purpose.round

  @Option(help: ArgumentHelp("The key to sign with.", valueName: "file"))
  var key: String?

  @Option(help: ArgumentHelp("Who signs. Default: git's user.", valueName: "address"))
  var by: String?

  @Flag(help: "Leave the record uncommitted.")
  var noCommit = false

  @Flag(help: "Show what would be signed, and write nothing.")
  var dryRun = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var colors: ColorOption

  func perform() async throws -> ExitStatus {
    let folder = try workspace.folder()
    let desk = try await PolicyDesk.open(id, in: folder, today: try workspace.day(in: folder))
    var edit = EditOptions()
    edit.workspace = workspace
    edit.dryRun = dryRun
    edit.commit = !noCommit && desk.history != nil
    var job = try SignJob(
      desk: desk, group: group, verdict: try verdict(), purpose: kind, text: message,
      reviewer: try edit.actor(by, at: desk))
    job.clears = clears
    let reader = SignReport(palette: Console.palette(colors.color, on: 2))
    Console.err(reader.text(job))
    if dryRun {
      _ = try job.signOff()
      return .clean
    }
    let plan = try await job.plan(
      key: try await signingKey(desk), isInteractive: Console.isTerminal(0))
    return try await edit.carryOut(plan, at: desk)
  }

  private var kind: SignOff.Purpose? {
    switch purpose {
    case .round: nil
    case .retire: .retire
    case .urgent: .urgent
    }
  }

  private func verdict() throws -> SignOff.Verdict {
    let chosen: [(Bool, SignOff.Verdict)] = [
      (approve, .approve), (requestChanges, .requestChanges), (comment, .comment),
      (overrule, .overrule),
    ]
    let verdicts = chosen.filter(\.0).map(\.1)
    guard verdicts.count == 1, let verdict = verdicts.first else {
      throw UsageError(
        "Say one thing: --approve, --request-changes, --comment or --overrule")
    }
    return verdict
  }

  private func signingKey(_ desk: PolicyDesk) async throws -> SigningKey? {
    if let key { return try SigningKey.option(key, home: Surroundings.home) }
    guard let configured = try await desk.history?.repository.globalConfig("user.signingkey")
    else { return nil }
    return try SigningKey.configured(configured, home: Surroundings.home)
  }
}
