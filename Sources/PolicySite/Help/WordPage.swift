import PolicyModel

/// A page of words, by the name of its file in `site/pages/`: `promise`, or `promise.fr` in another
/// language.
struct WordPage {
  /// Without its language.
  let name: String
  /// `nil` for the language of the source.
  let locale: Workspace.Locale?

  init(file: String, in workspace: Workspace) {
    let parts = file.split(separator: ".", maxSplits: 1).map(String.init)
    let locale = parts.count == 2 ? workspace.targetLocale(parts[1]) : nil
    self.locale = locale
    name = locale == nil ? file : parts[0]
  }
}

extension SiteContext {
  /// Whether a page of words is there in another language.
  func hasPage(_ name: String, in tag: String) -> Bool { pageFiles.contains("\(name).\(tag)") }

  /// The folder of a page of words, in that language where it is there.
  func path(ofPage name: String, in locale: Workspace.Locale?) -> String {
    guard let tag = locale?.tag, hasPage(name, in: tag) else { return "\(name)/" }
    return "\(tag)/\(name)/"
  }
}
