import CommonMark
import PolicyModel
import PolicyProjection

/// One text of a policy as a help article: what its page shows, or one of its versions at a permanent
/// address.
struct ArticlePage {
  let context: SiteContext
  let article: HelpArticle
  /// The article that the policy's page shows; `nil` where this is it.
  let current: HelpArticle?
  private let path: String
  private let root: String

  init(context: SiteContext, article: HelpArticle) {
    self.init(context: context, article: article, current: nil, folder: "\(article.id)/")
  }

  /// The page of one version; `nil` for a text that is none.
  init?(context: SiteContext, version: HelpArticle, of current: HelpArticle) {
    guard let release = version.release else { return nil }
    self.init(context: context, article: version, current: current, folder: release.path)
  }

  private init(
    context: SiteContext, article: HelpArticle, current: HelpArticle?, folder: String
  ) {
    self.context = context
    self.article = article
    self.current = current
    path = folder + "index.html"
    root = Links.root(from: path)
  }

  func file() -> OutputFile { OutputFile(path, page()) }

  private func page() -> String {
    let shell = PageShell(context: context, site: .help)
    let title = current == nil ? article.title : "\(article.title), version \(article.version)"
    var values = shell.values(path: path, title: title, description: article.summary)
    if isPast { values["noIndex"] = true }
    values["themeTitle"] = article.theme.title
    values["themeHref"] = href("themes/\(article.theme.rawValue)/")
    values["summary"] = article.summary
    values["version"] = article.version
    values["appliesTo"] = context.audience(article.appliesTo)
    let languages = LanguageLinks(context, policy: article.id, from: nil, root: root)
    values["languagesHTML"] = languages.html
    if current == nil { values["alternatesHTML"] = languages.alternates }
    values["notices"] =
      ArticleNotices(
        article: article, current: current ?? article, isVersion: current != nil,
        published: context.published, today: context.today, href: href
      ).values
    addTimes(to: &values)
    addBody(to: &values)
    addFooter(to: &values)
    return context.theme.render("help-article", values)
  }

  private func href(_ target: String) -> String { context.links.href(root, target) }

  /// Old texts are kept for those who look for them, and not for search engines.
  private var isPast: Bool {
    guard let current, let release = article.release else { return false }
    return [.past, .neverBound].contains(current.standing(of: release))
  }

  /// The notice of a version's page says when it binds, and so does that of an upcoming text.
  private func addTimes(to values: inout TemplateValues) {
    guard current == nil, !article.isUpcoming else { return }
    if let release = article.release, article.retired != nil {
      values["timesHTML"] = VersionTimes.html(release, article.standing(of: release))
    } else if let effective = article.effective {
      values["effective"] = effective.inWords
      values["effectiveISO"] = effective.description
    }
  }

  private func addBody(to values: inout TemplateValues) {
    let options = context.prose(root: root, site: .help, policyID: article.id)
    values["allowedHeading"] = context.heading(.allowed)
    values["allowedHTML"] = article.allowed?.blocks.html(options)
    values["notAllowedHeading"] = context.heading(.notAllowed)
    values["rules"] = RulesMarkup.values(article.rules, options)
    let sections = ArticleSections(context: context, article: article, options: options)
    values["sections"] = sections.beforeConsequences
    values["moreSections"] = sections.afterConsequences
    values["consequencesHeading"] = context.heading(.consequences)
    let consequences = ExplainedActions(article.consequences?.blocks ?? [], title: \.title)
    values["consequencesHTML"] = consequences.blocks.html(options)
    let actions = article.actions.filter { !consequences.explained.contains($0) }
    values["hasActions"] = !actions.isEmpty
    values["actions"] = actions.map { action -> TemplateValues in
      [
        "actionName": action.title, "actionLine": action.meaning,
        "actionHref": href("actions/#\(action.rawValue)"),
      ]
    }
    let related = article.related.compactMap { context.published[$0] }
    values["hasRelated"] = !related.isEmpty
    values["related"] = related.map { entry -> TemplateValues in
      ["relatedTitle": entry.title, "relatedHref": href("\(entry.id)/")]
    }
    let toc = sections.contents(hasRelated: !related.isEmpty)
    values["hasToc"] = toc.count >= 3
    values["toc"] = toc
  }

  private func addFooter(to values: inout TemplateValues) {
    if let change = article.lastSignificantChange, let date = change.effective {
      values["lastChange"] = change.summary
      values["lastChangeISO"] = date.description
      values["lastChangeDate"] = date.inWords
    }
    if let day = article.release?.corrected {
      values["corrected"] = day.inWords
      values["correctedISO"] = day.description
    }
    values["versionsHref"] = href("\(article.id)/changes/")
    values["feedbackHref"] = context.workspace.sites.feedback.map(feedback)
    guard current == nil else { return }
    values["jsonHref"] = context.links.href("", "policy.json")
    values["jsonLD"] = StructuredData(context: context).article(article)
  }

  /// A `mailto:` address gets a subject that names the page and its version.
  private func feedback(_ address: String) -> String {
    guard address.hasPrefix("mailto:"), !address.contains("?") else { return address }
    let subject = "\(article.title), version \(article.version)"
    return address + "?subject=" + PercentEncoding.encode(subject)
  }
}
