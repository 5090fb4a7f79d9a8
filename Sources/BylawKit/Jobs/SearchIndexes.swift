import PolicySite

/// One search index for each site.
enum SearchIndexes {
  static func files(
    _ entries: [(site: SiteKind, entry: SearchEntry)], sites: Set<SiteKind>
  ) -> [SiteKind: [OutputFile]] {
    var indexes: [SiteKind: [OutputFile]] = [:]
    for site in sites {
      let own = entries.filter { $0.site == site }.map(\.entry)
      indexes[site] = SearchIndex.files(for: own).map { OutputFile($0.path, $0.bytes) }
    }
    return indexes
  }
}
