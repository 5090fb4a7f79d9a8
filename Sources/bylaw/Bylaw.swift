import ArgumentParser
import CommonMark
import PolicyReading

struct Bylaw: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bylaw",
    abstract: "Takes a policy from first research to the page a customer reads.",
    discussion: """
      A policy is one Markdown file with front-matter. From it come the public help article, the \
      moderators' workflow and the customer e-mails.

      Begin:     bylaw init policies && cd policies && bylaw check && bylaw serve
      Exit:      0 nothing found, 1 findings, 2 usage, settings or I/O, 3 cannot tell
      Colour:    NO_COLOR, CLICOLOR_FORCE, TERM=dumb and --color are respected
      Words:     BYLAW_ACCESSIBLE=1 does without animation
      """,
    version: """
      bylaw 0.1.0
      cmark-gfm \(cmarkVersion)
      \(yamlLibrary)
      """,
    subcommands: [
      InitCommand.self, NewCommand.self, ListCommand.self, ShowCommand.self, CheckCommand.self,
      WhyCommand.self, AdvanceCommand.self, SendBackCommand.self, ReviseCommand.self,
      WithdrawCommand.self, RetireCommand.self, ReviewCommand.self, RoundCommand.self,
      SignCommand.self, SignoffsCommand.self, LogCommand.self, DiffCommand.self, DueCommand.self,
      BuildCommand.self, ServeCommand.self, ExplainCommand.self, SchemaCommand.self,
    ])
}
