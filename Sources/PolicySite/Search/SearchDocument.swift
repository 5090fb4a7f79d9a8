/// One page as search sees it.
package struct SearchDocument: Sendable, Hashable {
  package var title: String
  /// From the site's root and final: `pay-outside/` or `pay-outside/index.html`.
  package var href: String
  package var summary: String
  /// The title of its theme; results stand under it.
  package var group: String
  /// The ids of its rules, as they are written: a query that is one of them leads to its anchor.
  package var exact: [String]
  /// Further names that lead to an anchor. Their words by themselves are not found: “severity 4” is a
  /// place, while both of its words stand everywhere.
  package var names: [String]
  package var synonyms: [String]
  package var headings: [String]
  /// Everything else; `summary`, `group` and `exact` are read in any case.
  package var body: String

  package init(
    title: String, href: String, summary: String, group: String, exact: [String] = [],
    names: [String] = [], synonyms: [String] = [], headings: [String] = [], body: String
  ) {
    self.title = title
    self.href = href
    self.summary = summary
    self.group = group
    self.exact = exact
    self.names = names
    self.synonyms = synonyms
    self.headings = headings
    self.body = body
  }
}
