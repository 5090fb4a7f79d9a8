import ArgumentParser
import BylawKit
import PolicyModel

/// Options of every verb that works on a workspace.
struct WorkspaceOptions: ParsableArguments {
  @Option(
    name: [.customShort("C"), .customLong("directory")],
    help: ArgumentHelp("Look for the workspace here instead of in this folder.", valueName: "dir"))
  var directory = "."

  @Option(
    help: ArgumentHelp(
      "The day to judge by. Default: today in the organisation's time zone.",
      valueName: "yyyy-mm-dd"))
  var today: CalendarDate?

  func folder() throws -> WorkspaceFolder { try WorkspaceFolder.find(from: directory) }

  func day(in folder: WorkspaceFolder) throws -> CalendarDate {
    if let today { return today }
    let zone = folder.settings.organization.timeZone
    guard let date = Today.date(in: zone) else {
      throw UsageError(
        "The time zone `\(zone)` is not known on this machine",
        help: "Write a name such as Europe/Dublin as `organization.time_zone` in bylaw.yml.\n"
          + "If it is one, give the day with --today, or install time zone data (tzdata).")
    }
    return date
  }

  func checked() async throws -> (workspace: CheckedWorkspace, today: CalendarDate) {
    let folder = try folder()
    let today = try day(in: folder)
    return (await CheckedWorkspace.load(folder, today: today), today)
  }
}

struct ColorOption: ParsableArguments {
  @Option(help: "When to use colour.")
  var color = Console.Color.auto
}

extension CalendarDate: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension Theme: ExpressibleByArgument {}
extension Stage: ExpressibleByArgument {}
extension PartKind: ExpressibleByArgument {}
extension Severity: ExpressibleByArgument {}
extension SchemaJob.Subject: ExpressibleByArgument {}
