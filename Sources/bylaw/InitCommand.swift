import ArgumentParser
import BylawKit
import PolicyModel

struct InitCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a workspace with one sample policy.",
    discussion: "It passes `bylaw check` and builds at once. Files that exist are left alone.")

  @Argument(help: "The folder, which is made where it does not exist.")
  var directory = "."

  @Option(
    help: ArgumentHelp("The day on which the sample is written.", valueName: "yyyy-mm-dd"))
  var today: CalendarDate?

  func perform() throws -> ExitStatus {
    let today = today ?? Today.date(in: "UTC") ?? CalendarDate(daysSinceEpoch: 20_000)
    let made = try InitJob(folder: directory, today: today).run()
    for path in made { Console.err("  made \(path)\n") }
    let go = directory == "." ? "" : "cd \(directory) && "
    Console.err("Next: \(go)bylaw check && bylaw build && bylaw serve\n")
    return .clean
  }
}
