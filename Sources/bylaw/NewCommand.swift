import ArgumentParser
import BylawKit
import PolicyModel

struct NewCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begin a policy in research, from a template that explains each part.",
    discussion: "Example: bylaw new fake-reviews --theme integrity --title \"Fake reviews\"")

  @Argument(help: "The policy's id: lower-case words joined by hyphens. It never changes.")
  var id: String

  @Option(help: "The theme: \(Theme.allCases.map(\.rawValue).joined(separator: ", ")).")
  var theme: Theme

  @Option(help: "What readers will call the policy.")
  var title: String

  @Option(help: "The address of the policy manager. Default: the first of `people`.")
  var owner: String?

  @OptionGroup var workspace: WorkspaceOptions

  func perform() async throws -> ExitStatus {
    let (checked, today) = try await workspace.checked()
    let people = checked.folder.settings.people
    guard let owner = (owner ?? people.keys.min())?.lowercased() else {
      throw UsageError("Nobody is listed under `people`", help: "Name the owner with --owner.")
    }
    if self.owner != nil, people[owner] == nil, !people.isEmpty {
      throw UsageError(
        "`\(owner)` is not among `people` in bylaw.yml",
        help: nearestName(to: owner, among: people.keys).map { "Did you mean `\($0)`?" })
    }
    let job = NewJob(
      folder: checked.folder, id: id, title: title, theme: theme, owner: owner, today: today)
    try job.check(against: checked)
    try job.run()
    Console.err("Made \(job.path)\n")
    return .clean
  }
}
