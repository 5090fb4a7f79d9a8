internal import FoundationEssentials
import PolicyModel
import PolicyProjection

/// JSON, in one order whatever the machine.
enum StableJSON {
  static func text(_ value: some Encodable, isPretty: Bool = false) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting =
      isPretty
      ? [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
      : [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { return "{}" }
    return String(decoding: data, as: UTF8.self)
  }
}

/// What search engines read: schema.org's `Article` and `BreadcrumbList` as JSON-LD.
struct StructuredData {
  let context: SiteContext

  /// Safe inside a script element: `<` is written as an escape.
  func article(_ article: HelpArticle) -> String? {
    guard let url = context.helpURL else { return nil }
    let address = "\(url)\(article.id)/"
    let graph = Graph(
      context: "https://schema.org",
      graph: [
        Node(
          type: "Article", headline: article.title, description: article.summary,
          inLanguage: context.workspace.sourceLocale.tag, version: String(article.version),
          datePublished: article.announced?.description,
          dateModified: (article.release?.corrected ?? article.effective)?.description,
          mainEntityOfPage: address,
          publisher: Organization(name: context.workspace.organization.name)),
        Node(
          type: "BreadcrumbList",
          itemListElement: [
            Crumb(position: 1, name: context.workspace.sites.helpTitle, item: url),
            Crumb(
              position: 2, name: article.theme.title,
              item: "\(url)themes/\(article.theme.rawValue)/"),
            Crumb(position: 3, name: article.title, item: address),
          ]),
      ])
    return StableJSON.text(graph).replacing("<", with: "\\u003c")
  }

  private struct Graph: Encodable {
    var context: String
    var graph: [Node]

    enum CodingKeys: String, CodingKey {
      case context = "@context"
      case graph = "@graph"
    }
  }

  private struct Node: Encodable {
    var type: String
    var headline: String?
    var description: String?
    var inLanguage: String?
    var version: String?
    var datePublished: String?
    var dateModified: String?
    var mainEntityOfPage: String?
    var publisher: Organization?
    var itemListElement: [Crumb]?

    enum CodingKeys: String, CodingKey {
      case type = "@type"
      case headline, description, inLanguage, version, datePublished, dateModified
      case mainEntityOfPage, publisher, itemListElement
    }
  }

  private struct Organization: Encodable {
    var type = "Organization"
    var name: String

    enum CodingKeys: String, CodingKey {
      case type = "@type"
      case name
    }
  }

  private struct Crumb: Encodable {
    var type = "ListItem"
    var position: Int
    var name: String
    var item: String

    enum CodingKeys: String, CodingKey {
      case type = "@type"
      case position, name, item
    }
  }
}
