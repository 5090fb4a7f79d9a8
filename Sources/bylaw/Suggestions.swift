import ArgumentParser
import PolicyModel

/// The nearest verb for one that does not exist.
enum Suggestions {
  static func unknownVerb(_ arguments: [String]) -> UsageError? {
    guard let word = arguments.first else { return nil }
    guard !word.hasPrefix("-") else { return unknownOption(word) }
    let names =
      Bylaw.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard !names.contains(word) else { return nil }
    return UsageError(
      "`\(word)` is not a verb of bylaw",
      help: nearestName(to: word, among: names).map { "Did you mean `bylaw \($0)`?" }
        ?? "Verbs: \(names.sorted().joined(separator: ", ")).")
  }

  /// Before a verb there are two options only.
  private static func unknownOption(_ word: String) -> UsageError? {
    let names = ["--help", "--version", "-h"]
    guard !names.contains(word), !word.hasPrefix("--generate-") else { return nil }
    return UsageError(
      "`\(word)` is not an option of bylaw",
      help: nearestName(to: word, among: names).map { "Did you mean `bylaw \($0)`?" }
        ?? "Options stand behind the verb: bylaw check \(word)")
  }
}
