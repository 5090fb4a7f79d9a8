package import PolicyModel
package import PolicyProjection

/// Turns a publication into the files of all sites: first each policy by itself, on any number of
/// cores, then what is shared.
package struct SiteBuilder: Sendable {
  package let context: SiteContext
  package let publication: Publication
  package let sites: Set<SiteKind>
  private let letterStyles: [String: String]

  package init(context: SiteContext, publication: Publication, sites: Set<SiteKind>) {
    self.context = context
    self.publication = publication
    self.sites = sites
    letterStyles = context.theme.file(LetterStyles.path).flatMap(LetterStyles.read) ?? [:]
  }

  /// What one policy gives.
  package struct PolicyOutput: Sendable {
    package var files: [(site: SiteKind, file: OutputFile)] = []
    package var listings: [MessageListing] = []
    package var searchEntries: [(site: SiteKind, entry: SearchEntry)] = []
  }

  /// What one policy gives. `lookups` notes of which other policies its files speak. Without files there
  /// is only what lists and search say of it: for files that are there already.
  package func output(
    of entry: Publication.Entry, noting lookups: PublishedIndex.Lookups? = nil,
    withFiles: Bool = true
  ) -> PolicyOutput {
    PolicyPages(
      context: lookups.map { context.noting(in: $0) } ?? context, publication: publication,
      entry: entry
    ).output(of: sites, letters: letterStyles, withFiles: withFiles)
  }

  /// The outcomes that all policies share, from `common.md` or, where that has none, built in.
  package func commonMessages(_ builtIn: [MessageTemplate]) -> PolicyOutput {
    var output = PolicyOutput()
    guard sites.contains(.emails) else { return output }
    let own = publication.common?.messages ?? []
    let missing = builtIn.filter { template in !own.contains { $0.kind == template.kind } }
    let messages = (own + missing).map { template in
      Message(
        template, policyID: "common",
        policyTitle: publication.common?.facts.title?.value ?? "Shared by all policies", version: 1,
        rules: [], workspace: publication.workspace)
    }
    let translated = publication.commonTranslations.flatMap {
      Message.all(in: $0, version: 1, rules: [], workspace: publication.workspace)
    }
    output.add(messages + translated, context, styles: letterStyles)
    return output
  }

  /// Everything that is not of one policy. `listings` are those of all messages, in order.
  package func sharedFiles(
    listings: [MessageListing], indexes: [SiteKind: [OutputFile]]
  ) -> [(site: SiteKind, file: OutputFile)] {
    var output = PolicyOutput()
    if sites.contains(.help) {
      output.add(HelpIndexPages(context: context).files(), to: .help)
      output.add(MarkdownPages(context: context).files(), to: .help)
      output.add(HelpFeeds(context: context).files(), to: .help)
      output.add(
        [
          OutputFile("policies.json", ArticleJSON(context: context).list()),
          OutputFile("policy.schema.json", PolicySchema.json),
        ], to: .help)
    }
    if sites.contains(.moderators) {
      output.add(ModeratorIndexPages(context: context).files(), to: .moderators)
    }
    if sites.contains(.emails) {
      output.add(GalleryPages(context: context, listings: listings).files(), to: .emails)
    }
    for site in SiteKind.allCases where sites.contains(site) {
      output.add(Assets.files(context, for: site), to: site)
      output.add(indexes[site] ?? [], to: site)
    }
    return output.files
  }
}

extension SiteBuilder.PolicyOutput {
  mutating func add(_ files: [OutputFile], to site: SiteKind) {
    self.files += files.map { (site, $0) }
  }

  /// The pages of letters, their rows in the gallery, and what search finds of them.
  mutating func add(
    _ messages: [Message], _ context: SiteContext, styles: [String: String], withFiles: Bool = true
  ) {
    for message in messages {
      if withFiles {
        let others = messages.filter { $0.kind == message.kind && $0.folder != message.folder }
        add(
          MessagePages(context: context, message: message, others: others, styles: styles).files(),
          to: .emails)
      }
      listings.append(MessageListing(message))
      searchEntries.append((.emails, SearchEntry(SearchText.document(message, context))))
    }
  }
}
