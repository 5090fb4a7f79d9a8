import ArgumentParser
import PolicyModel

/// What was most likely meant, where a verb, an option or its value does not exist.
enum Suggestions {
  /// `-C DIR` before the verb, as other programs have it, goes behind it.
  static func reordered(_ arguments: [String]) -> [String] {
    var moved: [String] = []
    var rest = arguments[...]
    while let word = rest.first {
      if word == "-C" || word == "--directory" {
        moved += rest.prefix(2)
        rest = rest.dropFirst(2)
      } else if word.hasPrefix("--directory=") {
        moved.append(word)
        rest = rest.dropFirst()
      } else {
        return [word] + moved + rest.dropFirst()
      }
    }
    return arguments
  }

  /// `message` with the value that was most likely meant, where it says that a value is not one of a
  /// list.
  static func completed(_ message: String) -> String {
    var lines = message.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let first = lines.first, first.hasPrefix("Error: The value '"),
      let list = first.firstRange(of: "Please provide one of")
    else { return message }
    let value = first.split(separator: "'", maxSplits: 2)[1]
    var names = first[list.upperBound...].split(separator: "'")
      .map(String.init).filter { !$0.contains(" ") && !$0.contains(".") }
    let items = lines.dropFirst().prefix { $0.hasPrefix("  - ") }
    names += items.map { String($0.dropFirst(4)) }
    guard let nearest = nearestName(to: String(value), among: names) else { return message }
    lines.insert("  Did you mean `\(nearest)`?", at: 1 + items.count)
    return lines.joined(separator: "\n")
  }

  static func unknownVerb(_ arguments: [String]) -> UsageError? {
    guard let word = arguments.first else { return nil }
    guard !word.hasPrefix("-") else { return unknownOption(word) }
    let names =
      Bylaw.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard word != "help" else { return unknownTopic(arguments.dropFirst().first, names) }
    guard !names.contains(word) else { return nil }
    return UsageError(
      "`\(word)` is not a verb of bylaw",
      help: nearestName(to: word, among: names).map { "Did you mean `bylaw \($0)`?" }
        ?? "Verbs: \(names.sorted().joined(separator: ", ")).")
  }

  /// `bylaw help VERB` for a verb that does not exist.
  private static func unknownTopic(_ word: String?, _ names: [String]) -> UsageError? {
    guard let word, !word.hasPrefix("-"), !names.contains(word) else { return nil }
    return UsageError(
      "`\(word)` is not a verb of bylaw",
      help: nearestName(to: word, among: names).map { "Did you mean `bylaw help \($0)`?" }
        ?? "`bylaw help` lists all of them.")
  }

  /// Before a verb there are two options only.
  private static func unknownOption(_ word: String) -> UsageError? {
    let names = ["--help", "--version"]
    guard !names.contains(word), word != "-h", !word.hasPrefix("--generate-") else { return nil }
    if word == "-C" || word.hasPrefix("--directory") {
      return UsageError(
        "A verb is missing", help: "Write it behind the folder, as in bylaw -C DIR check.")
    }
    return UsageError(
      "`\(word)` is not an option of bylaw",
      help: nearestName(to: word, among: names).map { "Did you mean `bylaw \($0)`?" }
        ?? "Options stand behind the verb: bylaw check \(word)")
  }
}
