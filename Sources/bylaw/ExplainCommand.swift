import ArgumentParser
import BylawKit

struct ExplainCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what a finding means, why it matters, and what is right.",
    discussion: "Without a name it lists all rules.")

  @Argument(help: "The name of a rule, such as ladder-counts-missing.")
  var rule: String?

  @Flag(help: "All rules as one Markdown page.")
  var markdown = false

  @OptionGroup var colors: ColorOption

  func perform() throws -> ExitStatus {
    if markdown {
      try Console.out(ExplainJob.markdown)
      return .clean
    }
    guard let rule else {
      try Console.out(ExplainJob.list())
      return .clean
    }
    guard let text = ExplainJob.text(rule, palette: Console.palette(colors.color, on: 1)) else {
      throw UsageError(
        "There is no rule `\(rule)`",
        help: ExplainJob.nearest(rule).map { "Did you mean `\($0)`?" }
          ?? "`bylaw explain` lists all.")
    }
    try Console.out(text)
    return .clean
  }
}
