import ArgumentParser
import BylawKit

struct SchemaCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of front-matter, settings, or published articles.",
    discussion: "Editors that know JSON Schema complete and check YAML with it.")

  @Argument(
    help: "policy or translation (front-matter), workspace (bylaw.yml), article (policy.json).")
  var subject = SchemaJob.Subject.policy

  func perform() throws -> ExitStatus {
    try Console.out(SchemaJob.text(subject))
    return .clean
  }
}
