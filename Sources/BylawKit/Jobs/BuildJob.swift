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
    /// Whether git could tell what was approved.
    package var hasHistory = true
    /// The policies in iteration of which nothing is approved, so that readers see nothing of them.
    package var unseen: [String] = []
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
    try await run(plan: nil, read: { _ in nil }, write: write).result
  }

  /// The same with a plan, which says what need not be made again: without one everything is, and
  /// nothing is remembered. `read` gives a file of the output as it is there.
  func run(
    plan: BuildPlan?, read: @escaping @Sendable (String) -> [UInt8]?,
    write: @escaping @Sendable (SiteKind, OutputFile) throws -> Void
  ) async throws -> (result: Result, memory: BuildMemory?) {
    let theme = try SiteTheme(replacing: checked.theme.files)
    let published = PublishedIndex(publication)
    let context = SiteContext(
      theme: theme, publication: publication, published: published, isPortable: isPortable,
      draft: draft)
    let builder = SiteBuilder(context: context, publication: publication, sites: sites)
    let texts = await guardedTexts()
    let leakGuard = leakGuard(texts)
    let writer = PieceWriter(
      builder: builder, leakGuard: leakGuard, plan: plan,
      keptGuard: plan?.guardOfKept(leakGuard, texts), read: read, write: write)
    let pieces = await concurrentMap(Array(publication.entries.enumerated())) { place, entry in
      writer.piece(entry, source: plan?.sources[place])
    }
    var all = BuildPiece.joined(pieces)
    var shared = BuildPiece()
    writer.add(builder.commonMessages(try BuiltInLetters.templates()), to: &shared)
    let listings = all.listings + shared.listings
    let indexes = await SearchIndexes.files(all.searchEntries + shared.searchEntries, sites: sites)
    writer.add(builder.sharedFiles(listings: listings, indexes: indexes), to: &shared)
    if let roundPack {
      let page = RoundPackPage(context: context, pack: roundPack).file()
      writer.add([(.moderators, page)], to: &shared)
    }
    all.add(shared)
    if let error = all.error { throw error }
    let result = Result(
      policyCount: publication.entries.count, fileCount: all.fileCount, pageCount: all.pageCount,
      leaks: all.leaks,
      validUntil: Validity.end(of: publication))
    let memory = plan.map { plan in
      BuildMemory(
        surroundings: plan.surroundings,
        policies: Dictionary(all.pages.map { ($0.id, $0.pages) }) { first, _ in first },
        shared: .init(shared.paths), texts: Set(texts.map(\.digest)), open: all.open)
    }
    return (result, memory)
  }

  /// Every text that may hold something internal, each once.
  private func guardedTexts() async -> [GuardedText] {
    let published = publication.entries.flatMap { [$0.policy] + $0.versions.map(\.policy) }
    let translated = publication.entries.flatMap(\.translations) + publication.commonTranslations
    let policies =
      checked.files.readings.compactMap(\.policy) + published + translated.map(\.text.words)
      + checked.translations.texts
    let digests = await concurrentMap(policies, PageSources.text)
    var seen: Set<String> = []
    let different = zip(policies, digests).filter { seen.insert($1).inserted }.map(\.0)
    return await concurrentMap(different) { GuardedText($0) }
  }

  private func leakGuard(_ texts: [GuardedText]) -> LeakGuard {
    var sentences = InternalSentences()
    for text in texts { sentences.merge(text.sentences) }
    return LeakGuard(publication: publication, sentences: sentences)
  }
}
