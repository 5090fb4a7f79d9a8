import ArgumentParser
import PolicyModel

/// The nearest verb for one that does not exist.
enum Suggestions {
  static func unknownVerb(_ arguments: [String]) -> UsageError? {
    guard let word = arguments.first, !word.hasPrefix("-") else { return nil }
    let names =
      Bylaw.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard !names.contains(word) else { return nil }
    return UsageError(
      "`\(word)` is not a verb of bylaw",
      help: nearestName(to: word, among: names).map { "Did you mean `bylaw \($0)`?" }
        ?? "Verbs: \(names.sorted().joined(separator: ", ")).")
  }
}
