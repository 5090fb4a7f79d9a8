import PolicyModel
import PolicyProjection

/// Which policies have a page in which other languages.
struct LanguageIndex: Sendable {
  struct Page: Sendable {
    var locale: Workspace.Locale
    var title: String
    /// When what it says changed last.
    var modified: CalendarDate?
  }

  private let pages: [String: [Page]]

  init(_ publication: Publication) {
    var pages: [String: [Page]] = [:]
    for entry in publication.entries where !entry.translations.isEmpty {
      pages[entry.policy.id] = entry.translations.map { translated in
        Page(
          locale: translated.locale,
          title: translated.text.words.facts.title?.value ?? entry.policy.id,
          modified: translated.approved)
      }
    }
    self.pages = pages
  }

  func pages(of id: String) -> [Page] { pages[id] ?? [] }

  func page(of id: String, in tag: String) -> Page? {
    pages[id]?.first { $0.locale.tag == tag }
  }

  /// Where the page of a policy in another language stands, from the root of the site.
  static func path(of id: String, in tag: String) -> String { "\(tag)/\(id)/" }
}
