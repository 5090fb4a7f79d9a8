package struct SearchDocument: Sendable {
  var title: String
  var href: String
  var summary: String
  var group: String
  var exact: [String]
  var synonyms: [String]
  var headings: [String]
  var body: String
}
package enum SearchIndex {
  package static func files(for documents: [SearchDocument]) -> [OutputFile] { [] }
}
