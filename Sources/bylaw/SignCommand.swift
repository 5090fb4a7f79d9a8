import ArgumentParser
import BylawKit
import PolicyModel

struct SignCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "sign",
    abstract: "Say yes or no to the words of a policy as they stand, and sign that.",
    discussion: """
      Shows what is about to be signed, writes one file below policies/signoffs and commits only \
      that. A key is named with --key, else by user.signingkey of the global git configuration.
      """)

  enum Purpose: String, ExpressibleByArgument, CaseIterable {
    case round, retire, urgent, translation
  }

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

  @Option(help: ArgumentHelp("The language of the translation, such as fr.", valueName: "tag"))
  var locale: String?

  @OptionGroup var signing: SigningOptions

  func perform() async throws -> ExitStatus {
    let desk = try await signing.desk(id, needsJudgements: true)
    var job = try job(at: desk)
    job.clears = clears
    try await signing.refuse(job)
    let report = SignReport(palette: Console.palette(signing.colors.color, on: 2))
    Console.err(report.text(job))
    return try await signing.carryOut(job)
  }

  private func job(at desk: PolicyDesk) throws -> SignJob {
    let kind: SignOff.Purpose?
    switch purpose {
    case .round: kind = nil
    case .retire: kind = .retire
    case .urgent: kind = .urgent
    case .translation:
      guard let locale else { throw UsageError("Say of which translation: --locale TAG") }
      return try SignJob(
        desk: desk, group: group, verdict: try verdict(), translationInto: locale, text: message,
        reviewer: try signing.actor(at: desk))
    }
    guard locale == nil else { throw UsageError("--locale goes with --for translation") }
    return try SignJob(
      desk: desk, group: group, verdict: try verdict(), purpose: kind, text: message,
      reviewer: try signing.actor(at: desk))
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
}
