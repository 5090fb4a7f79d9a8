import PolicySite

/// One search index for each site.
enum SearchIndexes {
  static func files(
    _ entries: [(site: SiteKind, entry: SearchEntry)], sites: Set<SiteKind>
  ) async -> [SiteKind: [OutputFile]] {
    let own = sites.map { site in (site, entries.filter { $0.site == site }.map(\.entry)) }
    let made = await concurrentMap(own) { site, entries in
      (site, SearchIndex.files(for: entries).map { OutputFile($0.path, $0.bytes) })
    }
    return Dictionary(uniqueKeysWithValues: made)
  }
}
