import PolicySite

/// One search index for each site.
enum SearchIndexes {
  static func files(
    _ documents: [(site: SiteKind, document: SearchDocument)], sites: Set<SiteKind>
  ) -> [SiteKind: [OutputFile]] {
    var indexes: [SiteKind: [OutputFile]] = [:]
    for site in sites {
      indexes[site] = SearchIndex.files(
        for: documents.filter { $0.site == site }.map(\.document))
    }
    return indexes
  }
}
