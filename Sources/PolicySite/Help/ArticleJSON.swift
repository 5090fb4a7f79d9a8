import PolicyModel
import PolicyProjection

/// The machine-readable twin of an article (Regulation (EU) 2022/2065, Article 14(1)).
struct ArticleJSON {
  let context: SiteContext

  private struct Twin: Encodable {
    var schema: String
    var url: String?
    var article: HelpArticle

    enum CodingKeys: String, CodingKey {
      case schema = "$schema"
      case url
    }

    func encode(to encoder: any Encoder) throws {
      try article.encode(to: encoder)
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(schema, forKey: .schema)
      try container.encodeIfPresent(url, forKey: .url)
    }
  }

  func encode(_ article: HelpArticle) -> String {
    StableJSON.text(
      Twin(
        schema: "../policy.schema.json", url: context.helpURL.map { "\($0)\(article.id)/" },
        article: article)) + "\n"
  }

  private struct List: Encodable {
    var organization: String
    var policies: [PublishedIndex.Entry]
  }

  /// `policies.json`: what there is, and where.
  func list() -> String {
    StableJSON.text(
      List(
        organization: context.workspace.organization.name, policies: context.published.entries))
      + "\n"
  }
}
