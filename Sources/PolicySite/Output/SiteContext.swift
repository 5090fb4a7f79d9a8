import CommonMark
package import PolicyModel
package import PolicyProjection

/// What every page of a build shares.
package struct SiteContext: Sendable {
  package let theme: SiteTheme
  package let workspace: Workspace
  package private(set) var published: PublishedIndex
  let languages: LanguageIndex
  /// The names of the files in `site/pages/`, the theme's own included.
  let pageFiles: Set<String>
  package let today: CalendarDate
  /// What stands on every page of a draft for its reviewers; `nil` for what is published.
  let draft: String?
  let links: Links
  let frames = FrameCache()
  let helpURL: String?

  package init(
    theme: SiteTheme, publication: Publication, published: PublishedIndex, isPortable: Bool,
    draft: String? = nil
  ) {
    self.theme = theme
    workspace = publication.workspace
    self.published = published
    languages = LanguageIndex(publication)
    pageFiles = Set(theme.pages)
    self.draft = draft
    today = publication.today
    links = Links(isPortable: isPortable)
    helpURL = publication.workspace.sites.helpURL.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
  }

  /// The same, where what is asked of other policies is noted.
  package func noting(in lookups: PublishedIndex.Lookups) -> SiteContext {
    var context = self
    context.published = published.noting(in: lookups)
    return context
  }

  /// How links in prose are written on a page whose way back is `root`.
  func prose(root: String, site: SiteKind, policyID: String) -> HTMLOptions {
    let names = Self.ownPages.union(pageFiles)
    let published = published
    return ProseLinks(
      links: links, root: root, helpURL: site == .help ? nil : helpURL ?? root, policyID: policyID,
      isBuilt: { target in
        let first = target.prefix { $0 != "/" && $0 != "#" && $0 != "?" }
        return first.isEmpty || names.contains(String(first)) || published[String(first)] != nil
      }
    ).options
  }

  private static let ownPages: Set<String> = [
    "a-z", "assets", "changes", "changes.xml", "policies.json", "search", "significant.xml",
    "themes",
  ]

  func heading(_ kind: PartKind) -> String { heading(kind, in: nil) }

  /// What a part is called in the language of a translation; `nil` is that of the source.
  func heading(_ kind: PartKind, in locale: Workspace.Locale?) -> String {
    let heading =
      locale.map { workspace.heading(of: kind, in: $0) } ?? workspace.heading(of: kind)
    // A typewriter apostrophe is what people type; a curved one is what they read.
    return heading.replacing("'", with: "’")
  }

  /// `For talent and clients`, where `bylaw.yml` calls `client` so.
  func audience(_ names: [String]) -> String {
    "For " + Self.joined(names.map { workspace.sourceLocale.appliesTo[$0] ?? $0 })
  }

  static func joined(_ words: [String], by conjunction: String = "and") -> String {
    switch words.count {
    case 0: ""
    case 1: words[0]
    default:
      words.dropLast().joined(separator: ", ") + " \(conjunction) "
        + words[words.count - 1]
    }
  }
}
