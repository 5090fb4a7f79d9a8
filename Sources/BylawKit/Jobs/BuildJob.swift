package import PolicyModel
package import PolicyProjection
import PolicyReading
import PolicyRules
package import PolicySite

/// Builds the sites of a checked workspace.
package struct BuildJob: Sendable {
  package var checked: CheckedWorkspace
  /// What the sites show.
  package var publication: Publication
  package var sites: Set<SiteKind>
  package var isPortable: Bool
  /// What stands on every page of a draft for its reviewers.
  package var draft: String?
  /// The page for the reviewers of a draft.
  package var roundPack: RoundPack?

  package init(
    checked: CheckedWorkspace, publication: Publication,
    sites: Set<SiteKind> = Set(SiteKind.allCases), isPortable: Bool = false
  ) {
    self.checked = checked
    self.publication = publication
    self.sites = sites
    self.isPortable = isPortable
  }

  package struct Result: Sendable {
    package var policyCount = 0
    package var fileCount = 0
    /// Those files that a reader opens, and not what belongs to them.
    package var pageCount = 0
    /// What is other than in the folder that was replaced; `nil` where none was written.
    package var changes: Changes?
    /// Whether the working tree holds changes that the sites do not show.
    package var hidesChanges = false
    /// Internal words in public output: where there is one, nothing was published.
    package var leaks: [LeakGuard.Leak] = []
    /// The first day on which the sites would no longer be true, and why.
    package var validUntil: (date: CalendarDate, reason: String)?
  }

  /// How many files differ from those of the last build.
  package struct Changes: Sendable, Hashable {
    package var new = 0
    package var changed = 0
    package var gone = 0
  }

  /// Writes every file through `write`, which is called on many threads at once.
  package func run(
    write: @escaping @Sendable (SiteKind, OutputFile) throws -> Void
  ) async throws -> Result {
    let theme = try SiteTheme(replacing: checked.theme.files)
    let published = PublishedIndex(publication)
    let context = SiteContext(
      theme: theme, publication: publication, published: published, isPortable: isPortable,
      draft: draft)
    let builder = SiteBuilder(context: context, publication: publication, sites: sites)
    let leakGuard = await leakGuard(publication)
    let pieces = await concurrentMap(publication.entries) { entry in
      Piece(builder.output(of: entry), leakGuard, write)
    }
    let common = Piece(builder.commonMessages(try BuiltInLetters.templates()), leakGuard, write)
    var all = Piece.joined(pieces + [common])
    let shared = builder.sharedFiles(
      listings: all.listings, indexes: SearchIndexes.files(all.searchEntries, sites: sites))
    all.add(shared, leakGuard, write)
    if let roundPack {
      let page = RoundPackPage(context: context, pack: roundPack).file()
      all.add([(.moderators, page)], leakGuard, write)
    }
    if let error = all.error { throw error }
    return Result(
      policyCount: publication.entries.count, fileCount: all.fileCount, pageCount: all.pageCount,
      leaks: all.leaks,
      validUntil: Validity.end(of: publication))
  }

  private func leakGuard(_ publication: Publication) async -> LeakGuard {
    let published = publication.entries.flatMap { [$0.policy] + $0.versions.map(\.policy) }
    let policies = checked.files.readings.compactMap(\.policy) + published
    let all = await concurrentMap(policies) { InternalSentences(of: $0) }
    var sentences = InternalSentences()
    for some in all { sentences.merge(some) }
    return LeakGuard(publication: publication, sentences: sentences)
  }
}

/// What is left of one policy's output once its files are written.
private struct Piece: Sendable {
  var fileCount = 0
  var pageCount = 0
  var listings: [MessageListing] = []
  var searchEntries: [(site: SiteKind, entry: SearchEntry)] = []
  var leaks: [LeakGuard.Leak] = []
  var error: (any Error)?

  init(
    _ output: SiteBuilder.PolicyOutput, _ leakGuard: LeakGuard,
    _ write: (SiteKind, OutputFile) throws -> Void
  ) {
    listings = output.listings
    searchEntries = output.searchEntries
    add(output.files, leakGuard, write)
  }

  private init() {}

  mutating func add(
    _ files: [(site: SiteKind, file: OutputFile)], _ leakGuard: LeakGuard,
    _ write: (SiteKind, OutputFile) throws -> Void
  ) {
    for (site, file) in files {
      if site == .help { leaks += leakGuard.leaks(in: file) }
      guard error == nil else { return }
      do { try write(site, file) } catch { self.error = error }
      fileCount += 1
      if file.isPage { pageCount += 1 }
    }
  }

  static func joined(_ pieces: [Piece]) -> Piece {
    var all = Piece()
    for piece in pieces {
      all.fileCount += piece.fileCount
      all.pageCount += piece.pageCount
      all.listings += piece.listings
      all.searchEntries += piece.searchEntries
      all.leaks += piece.leaks
      if all.error == nil { all.error = piece.error }
    }
    return all
  }
}
