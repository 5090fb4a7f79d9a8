import CommonMark
import PolicyModel

extension StringProtocol {
  /// Whether a reader finds a word in it: a letter or a digit, and not only dots and dashes.
  var hasWords: Bool {
    unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }
}

extension Sequence<Inline> {
  var hasWords: Bool { plainText.hasWords }
}

extension Sequence<Block> {
  /// A comment is never shown, so it is no word.
  var hasWords: Bool { contains { CollectionOfOne($0).plainText.hasWords } }
}

extension Policy.Evidence {
  /// Whether somebody wrote what was found, or why nothing was looked for.
  var isWritten: Bool {
    switch content {
    case .notApplicable(let reason): reason.hasWords
    case .finding(let title, _, let finding):
      title.hasWords && finding.hasWords && finding != TemplateHints.research.finding
    }
  }
}

extension Policy {
  /// Whether a part says what the template of a new policy says there. The ladder of the template is one
  /// that a team may want as it stands, so it is never taken for a hint.
  func isHint(_ part: Part) -> Bool {
    guard let kind = part.kind, kind != .moderators, kind != .ladder,
      let hint = TemplateHints.parts[kind]
    else { return false }
    let start = part.heading.range.upperBound
    guard start < part.range.upperBound, part.range.count < 2 * hint.utf8.count + 200 else {
      return false
    }
    return source.text.string(start..<part.range.upperBound).squeezed == hint.squeezed
  }
}

extension String {
  /// Its words with one space between them, however they are wrapped.
  fileprivate var squeezed: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
