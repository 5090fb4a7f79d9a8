import PolicyModel
import PolicyProjection

/// What one policy gives to the sites: the text that its page shows, and every version by itself.
/// Search finds only the first.
struct PolicyPages {
  let context: SiteContext
  let publication: Publication
  let entry: Publication.Entry

  func output(
    of sites: Set<SiteKind>, letters styles: [String: String], withFiles: Bool = true
  ) -> SiteBuilder.PolicyOutput {
    var output = SiteBuilder.PolicyOutput()
    let current = article(of: nil)
    let versions =
      sites == [.emails] || !withFiles ? [] : entry.versions.map { article(of: $0) }
    let messages = Message.all(of: entry, workspace: publication.workspace)
    if sites.contains(.help) {
      if withFiles { output.add(help(current, versions), to: .help) }
      output.searchEntries.append((.help, SearchEntry(SearchText.document(current, context))))
    }
    if sites.contains(.moderators) {
      let workflow = Workflow(entry, article: current)
      if withFiles {
        output.add(moderators(workflow, current, versions, messages), to: .moderators)
      }
      output.searchEntries.append(
        (.moderators, SearchEntry(SearchText.document(workflow, context))))
    }
    if sites.contains(.emails) {
      let all = messages + Message.translations(of: entry, workspace: publication.workspace)
      output.add(all, context, styles: styles, withFiles: withFiles)
    }
    return output
  }

  private func article(of version: Publication.Version?) -> HelpArticle {
    HelpArticle(
      entry, version: version, common: publication.common, published: context.published,
      workspace: publication.workspace)
  }

  private func help(_ current: HelpArticle, _ versions: [HelpArticle]) -> [OutputFile] {
    [
      ArticlePage(context: context, article: current).file(),
      ChangesPage(context: context, article: current, redlines: redlines).file(),
      OutputFile("\(current.id)/policy.json", ArticleJSON(context: context).encode(current)),
    ]
      + versions.compactMap {
        ArticlePage(context: context, version: $0, of: current)?.file()
      }
      + entry.translations.map { translated in
        let common = publication.commonTranslation(into: translated.locale.tag)
        return TranslatedPage(
          context: context,
          translated: TranslatedArticle(current, translated, common: common)
        ).file()
      }
  }

  /// By number, what the public may read of the difference to the version before: only of words that
  /// are on the page.
  private var redlines: [Int: Redline] {
    let pairs = zip(entry.versions, entry.versions.dropFirst()).map { old, new in
      let redline = Redline(from: old.policy, to: new.policy)
      return (new.number, redline.publicOnly.restricted(to: [.policy, .article]))
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  private func moderators(
    _ workflow: Workflow, _ current: HelpArticle, _ versions: [HelpArticle], _ messages: [Message]
  ) -> [OutputFile] {
    let page = WorkflowPage(
      context: context, workflow: workflow, current: current, messages: messages)
    var files = [page.file()]
    if !workflow.calibration.isEmpty {
      files += CalibrationPage(context: context, workflow: workflow).files()
    }
    if !messages.isEmpty {
      files.append(LettersPage(context: context, workflow: workflow, messages: messages).file())
    }
    for version in versions {
      let page = WorkflowPage(
        context: context, workflow: Workflow(entry, article: version), version: version.release,
        current: current, messages: messages)
      files.append(page.file())
    }
    return files
  }
}
