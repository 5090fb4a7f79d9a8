import PolicyModel

/// What the columns and the verdicts of *Examples* are called in a language.
struct ExampleWords {
  private let locale: Workspace.Locale?

  /// `nil` for the source, whose words are fixed.
  init(_ locale: Workspace.Locale?) { self.locale = locale }

  var columns: [String] { [PageWord.example, .verdict, .rule, .why].map(word) }

  /// The fixed words are understood in every language.
  func verdict(_ text: String) -> Policy.Verdict? {
    let text = text.lowercased()
    if let verdict = Policy.Verdict(rawValue: text) { return verdict == .itDepends ? nil : verdict }
    return switch text {
    case word(.allowed).lowercased(): .allowed
    case word(.notAllowed).lowercased(): .notAllowed
    default: nil
    }
  }

  /// The two verdicts, for messages.
  var verdicts: String {
    "`\(word(.allowed).lowercased())` or `\(word(.notAllowed).lowercased())`"
  }

  private func word(_ word: PageWord) -> String { locale?[word] ?? word.english }
}
