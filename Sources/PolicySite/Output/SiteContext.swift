package import PolicyModel
package import PolicyProjection

/// What every page of a build shares.
package struct SiteContext: Sendable {
  package let theme: SiteTheme
  package let workspace: Workspace
  package let published: PublishedIndex
  package let today: CalendarDate
  let links: Links
  let frames = FrameCache()
  let helpURL: String?

  package init(
    theme: SiteTheme, publication: Publication, published: PublishedIndex, isPortable: Bool
  ) {
    self.theme = theme
    workspace = publication.workspace
    self.published = published
    today = publication.today
    links = Links(isPortable: isPortable)
    helpURL = publication.workspace.sites.helpURL.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
  }

  func heading(_ kind: PartKind) -> String {
    // A typewriter apostrophe is what people type; a curved one is what they read.
    workspace.heading(of: kind).replacing("'", with: "’")
  }

  /// `talent and clients` in the words of the workspace: `For talent and client`.
  func audience(_ names: [String]) -> String { "For " + Self.joined(names) }

  static func joined(_ words: [String]) -> String {
    switch words.count {
    case 0: ""
    case 1: words[0]
    default: words.dropLast().joined(separator: ", ") + " and " + words[words.count - 1]
    }
  }
}
