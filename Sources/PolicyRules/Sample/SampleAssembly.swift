package import PolicyModel

/// The sound sample with one of its pieces replaced: how an example is tried out.
package struct SampleAssembly: Sendable {
  package private(set) var policy = SoundSample.policy
  package private(set) var settings = SoundSample.settings
  /// The translation, where the example is about one.
  package private(set) var translation: String?

  package init(_ example: RuleDescription.Example) {
    switch example {
    case .workspace(let text): settings = Self.replacing(keys: settings, with: text)
    case .translation(let piece):
      settings += SoundSample.locales
      translation = Self.replacing(piece, in: SoundSample.translation)
    case .theme, .landings: break
    default: policy = Self.replacing(example, in: policy)
    }
  }

  /// Replaces a piece of a file with front-matter.
  private static func replacing(
    _ piece: RuleDescription.Example, in file: String
  ) -> String {
    switch piece {
    case .frontMatter(let text):
      let parts = file.split(separator: "---\n", maxSplits: 2, omittingEmptySubsequences: false)
      return "---\n" + replacing(keys: String(parts[1]), with: text) + "---\n" + parts[2]
    case .part(let text): return replacing(section: file, with: text)
    case .message(let text): return replacing(section: file, with: text, isLetter: true)
    case .file(let text): return text
    default: return file
    }
  }

  /// Replaces the top-level keys of `yaml` that `text` has; adds those that it lacks at the end. A
  /// key in a comment is one that is left out.
  private static func replacing(keys yaml: String, with text: String) -> String {
    func key(_ line: Substring) -> Substring? {
      let line = line.hasPrefix("# ") ? line.dropFirst(2) : line
      guard let first = line.first, first.isLetter, let colon = line.firstIndex(of: ":") else {
        return nil
      }
      return line[..<colon]
    }
    let new = text.split(separator: "\n")
    let keys = new.compactMap(key)
    var lines: [Substring] = []
    var isReplaced = false
    var place: Int?
    for line in yaml.split(separator: "\n") {
      if let key = key(line) {
        isReplaced = keys.contains(key)
        if isReplaced, place == nil { place = lines.count }
      }
      if !isReplaced { lines.append(line) }
    }
    lines.insert(contentsOf: new, at: place ?? lines.count)
    return lines.joined(separator: "\n") + "\n"
  }

  /// Replaces the section of the same heading; without one, `text` goes before the next level up: a
  /// part before *For moderators*, a part for moderators before *E-mails*, a letter to the end.
  private static func replacing(
    section file: String, with text: String, isLetter: Bool = false
  ) -> String {
    let lines = file.split(separator: "\n", omittingEmptySubsequences: false)
    let heading = text.prefix { $0 != "\n" }
    let level = heading.prefix { $0 == "#" }.count
    func isEnd(_ line: Substring) -> Bool {
      let marks = line.prefix { $0 == "#" }.count
      return marks >= 2 && marks <= max(level, 2)
    }
    let first: Int
    let end: Int
    if let found = place(of: heading, in: lines) {
      first = found
      end = lines[(first + 1)...].firstIndex(where: isEnd) ?? lines.endIndex
    } else {
      let fallback = level < 3 ? "## For moderators" : "## E-mails"
      first = isLetter ? lines.endIndex : lines.firstIndex { $0 == fallback } ?? lines.endIndex
      end = first
    }
    return
      (lines[..<first] + text.split(separator: "\n", omittingEmptySubsequences: false) + [""]
      + lines[end...]).joined(separator: "\n")
  }

  private static func place(of heading: Substring, in lines: [Substring]) -> Int? {
    lines.firstIndex { $0 == heading }
  }
}
