import CommonMark
internal import FoundationEssentials
import PolicyModel

/// The inline styles of letters by element: `templates/letter-styles.json`.
enum LetterStyles {
  static let path = "templates/letter-styles.json"

  /// `nil` where the file is not one object of texts.
  static func read(_ bytes: [UInt8]) -> [String: String]? {
    try? JSONDecoder().decode([String: String].self, from: Data(bytes))
  }

  static func problems(in bytes: [UInt8]) -> [ThemeProblem] {
    guard let styles = read(bytes) else {
      return [
        ThemeProblem(
          kind: .template, path: path, range: 0..<0, headline: "Styles that are no JSON object",
          help: "Write one object: the name of an element, and its styles as a text.")
      ]
    }
    let known = read(BuiltInTheme.files[path] ?? [])?.keys.map { $0 } ?? []
    return styles.keys.sorted().filter { !known.contains($0) }.map { name in
      let text = SourceText(bytes)
      return ThemeProblem(
        kind: .field, path: path, range: text.find("\"\(name)\"", in: 0..<bytes.count) ?? 0..<0,
        headline: "`\(name)` is no element of a letter",
        help: nearestName(to: name, among: known).map { "Did you mean `\($0)`?" })
    }
  }
}
