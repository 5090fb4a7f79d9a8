import CommonMark
import PolicyModel
import PolicyProjection

/// The page of a policy in another language.
struct TranslatedPage {
  let context: SiteContext
  let translated: TranslatedArticle
  private let text: LocaleText
  private let path: String
  private let root: String

  init(context: SiteContext, translated: TranslatedArticle) {
    self.context = context
    self.translated = translated
    text = LocaleText(locale: translated.locale)
    path = LanguageIndex.path(of: translated.article.id, in: translated.locale.tag) + "index.html"
    root = Links.root(from: path)
  }

  private var article: HelpArticle { translated.article }
  private var locale: Workspace.Locale { translated.locale }

  func file() -> OutputFile { OutputFile(path, page()) }

  private func page() -> String {
    var values = PageShell(context: context, site: .help, locale: locale).values(
      path: path, title: article.title, description: article.summary)
    let languages = LanguageLinks(context, policy: article.id, from: locale, root: root)
    values["alternatesHTML"] = languages.alternates
    values["languagesHTML"] = languages.html
    values["themeTitle"] = text.title(of: article.theme)
    values["themeHref"] = href("themes/\(article.theme.rawValue)/")
    values["sourceLang"] = context.workspace.sourceLocale.tag
    values["summary"] = article.summary
    values["versionLabel"] = text.text(.version, ["number": String(article.version)])
    values["appliesTo"] = text.audience(article.appliesTo)
    values["notices"] = notices
    if !article.isUpcoming, article.retired == nil, let effective = article.effective {
      values["timesHTML"] = text.html(.inForceSince, ["date": text.time(effective)])
    }
    addBody(to: &values)
    values["allVersionsLabel"] = text.text(.allVersions)
    values["versionsHref"] = href("\(article.id)/changes/")
    values["improveLabel"] = text.text(.improve)
    values["feedbackHref"] = context.workspace.sites.feedback
    return context.theme.render("help-article", values)
  }

  private func href(_ target: String) -> String { context.links.href(root, target) }

  private func heading(_ kind: PartKind) -> String { context.heading(kind, in: locale) }

  // MARK: Notices

  private var notices: [TemplateValues] {
    var notices: [String] = []
    if let retired = article.retired {
      notices.append(text.html(.ended, ["date": text.time(retired.on)]))
    } else if article.isUpcoming, let effective = article.effective {
      notices.append(text.html(.notInForce, ["date": text.time(effective)]))
    }
    if translated.isStale { notices.append(text.html(.stale)) }
    if article.retired == nil, let next = article.laterReleases.first {
      notices.append(text.html(.changing, ["date": text.time(next.from)]))
    }
    // What a preview says of drafts is for those who write them.
    let marks = [context.published[article.id]?.mark].compactMap(\.self).map { mark in
      ["noticeKind": "caution", "noticeHTML": mark.html] as TemplateValues
    }
    return marks
      + notices.map { words in
        let tag = context.workspace.sourceLocale.tag.htmlEscaped
        let link =
          "<a href=\"\(href("\(article.id)/").htmlEscaped)\" hreflang=\"\(tag)\">"
          + "\(text.html(.original))</a>"
        return [
          "noticeKind": "caution", "noticeHTML": "<p><strong>\(words)</strong> \(link)</p>",
        ]
      }
  }

  // MARK: The text

  private func addBody(to values: inout TemplateValues) {
    let options = proseOptions
    values["allowedHeading"] = heading(.allowed)
    values["allowedHTML"] = article.allowed?.blocks.html(options)
    values["notAllowedHeading"] = heading(.notAllowed)
    values["rules"] = RulesMarkup.values(article.rules, options)
    let sections = ArticleSections(
      context: context, article: article, options: options, locale: locale,
      untranslated: translated.untranslated)
    values["sections"] = sections.beforeConsequences
    values["moreSections"] = sections.afterConsequences
    values["consequencesHeading"] = heading(.consequences)
    let consequences = ExplainedActions(
      article.consequences?.blocks ?? [], title: text.title(of:))
    values["consequencesHTML"] = consequences.blocks.html(options)
    let actions = article.actions.filter { !consequences.explained.contains($0) }
    values["hasActions"] = !actions.isEmpty
    values["actions"] = actions.map { action -> TemplateValues in
      [
        "actionName": text.title(of: action), "actionLine": text.meaning(of: action),
        "actionHref": href(context.path(ofPage: "actions", in: locale) + "#\(action.rawValue)"),
      ]
    }
    let related = article.related.compactMap(relatedLink)
    values["hasRelated"] = !related.isEmpty
    values["relatedHeading"] = text.text(.related)
    values["related"] = related
    let toc = sections.contents(hasRelated: !related.isEmpty)
    values["hasToc"] = toc.count >= 3
    values["tocTitle"] = text.text(.contents)
    values["toc"] = toc
  }

  /// Another policy in this language, or else as it is, marked with its language.
  private func relatedLink(_ id: String) -> TemplateValues? {
    if let page = context.languages.page(of: id, in: locale.tag) {
      return [
        "relatedTitle": page.title,
        "relatedHref": href(LanguageIndex.path(of: id, in: locale.tag)),
      ]
    }
    return context.published[id].map { entry in
      [
        "relatedTitle": entry.title, "relatedHref": href("\(id)/"),
        "relatedLang": context.workspace.sourceLocale.tag,
      ]
    }
  }

  /// Links in prose lead to policies in this language where there are any.
  private var proseOptions: HTMLOptions {
    var options = context.prose(root: root, site: .help, policyID: article.id)
    let resolve = options.resolve
    let (context, root, tag, id) = (context, root, locale.tag, article.id)
    options.resolve = { destination in
      guard let target = ProseLinks.siteTarget(destination, policyID: id) else {
        return destination
      }
      let first = target.prefix { $0 != "/" && $0 != "#" }
      let rest = target.dropFirst(first.count).drop { $0 == "/" }
      let isHere =
        context.languages.page(of: String(first), in: tag) != nil
        || context.hasPage(String(first), in: tag)
      guard isHere, rest.isEmpty || rest.hasPrefix("#") else {
        return resolve.map { $0(destination) } ?? destination
      }
      return context.links.href(root, "\(tag)/\(first)/\(rest)")
    }
    return options
  }
}
