import CommonMark
import PolicyModel
import PolicyProjection

/// One policy as a help article, with its machine-readable twin and its change log.
struct ArticlePage {
  let context: SiteContext
  let article: HelpArticle
  private let root = "../"

  private var prose: HTMLOptions {
    context.prose(root: root, site: .help, policyID: article.id)
  }

  func files() -> [OutputFile] {
    [
      OutputFile("\(article.id)/index.html", page()),
      OutputFile("\(article.id)/changes/index.html", changesPage()),
      OutputFile("\(article.id)/policy.json", ArticleJSON(context: context).encode(article)),
    ]
  }

  private func page() -> String {
    let shell = PageShell(context: context, site: .help)
    var values = shell.values(
      path: "\(article.id)/index.html", title: article.title, description: article.summary)
    values["themeTitle"] = article.theme.title
    values["themeHref"] = href("themes/\(article.theme.rawValue)/")
    values["summary"] = article.summary
    values["version"] = article.version
    values["appliesTo"] = context.audience(article.appliesTo)
    values["languagesHTML"] = ""
    values["notices"] = notices
    if !article.isUpcoming, let effective = article.effective {
      values["effective"] = effective.inWords
      values["effectiveISO"] = effective.description
    }
    let options = prose
    values["allowedHeading"] = context.heading(.allowed)
    values["allowedHTML"] = article.allowed?.blocks.html(options)
    values["notAllowedHeading"] = context.heading(.notAllowed)
    values["rules"] = RulesMarkup.values(article.rules, options)
    let sections = sections(options)
    let more = moreSections(options)
    values["sections"] = sections
    values["moreSections"] = more
    values["consequencesHeading"] = context.heading(.consequences)
    values["consequencesHTML"] = article.consequences?.blocks.html(options) ?? ""
    values["actions"] = article.actions.map { action -> TemplateValues in
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
    let toc = contents(sections, more, hasRelated: !related.isEmpty)
    values["hasToc"] = toc.count >= 3
    values["toc"] = toc
    if let change = article.lastSignificantChange, let date = change.effective {
      values["lastChange"] = change.summary
      values["lastChangeISO"] = date.description
      values["lastChangeDate"] = date.inWords
    }
    values["versionsHref"] = href("\(article.id)/changes/")
    values["feedbackHref"] = context.workspace.sites.feedback.map(feedback)
    values["jsonHref"] = context.links.href("", "policy.json")
    values["jsonLD"] = StructuredData(context: context).article(article)
    return context.theme.render("help-article", values)
  }

  private func href(_ target: String) -> String { context.links.href(root, target) }

  /// A `mailto:` address gets a subject that names the page and its version.
  private func feedback(_ address: String) -> String {
    guard address.hasPrefix("mailto:"), !address.contains("?") else { return address }
    let subject = "\(article.title), version \(article.version)"
    return address + "?subject=" + PercentEncoding.encode(subject)
  }

  private var notices: [TemplateValues] {
    guard article.isUpcoming, let effective = article.effective else { return [] }
    var html = "<p><strong>This is not in force yet.</strong> It binds from "
    html += "<time datetime=\"\(effective)\">\(effective.inWords)</time>"
    if let announced = article.announced { html += ", and was announced on \(announced.inWords)" }
    return [["noticeKind": "caution", "noticeHTML": html + ".</p>"]]
  }

  private func section(_ kind: PartKind, _ html: String?) -> TemplateValues? {
    guard let html, !html.isEmpty else { return nil }
    return ["anchor": kind.rawValue, "heading": context.heading(kind), "bodyHTML": html]
  }

  private func sections(_ options: HTMLOptions) -> [TemplateValues] {
    [
      section(.exceptions, article.exceptions?.blocks.html(options)),
      section(.definitions, definitions(options)),
      section(.scope, article.scope?.blocks.html(options)),
      section(.examples, examples(options)),
      section(.reason, article.reason?.blocks.html(options)),
    ].compactMap { $0 }
  }

  private func moreSections(_ options: HTMLOptions) -> [TemplateValues] {
    [
      section(.contest, article.contest?.blocks.html(options)),
      section(.report, article.report?.blocks.html(options)),
      section(.questions, questions(options)),
    ].compactMap { $0 }
  }

  private func definitions(_ options: HTMLOptions) -> String? {
    guard !article.definitions.isEmpty else { return nil }
    var html = "<ul>\n"
    for definition in article.definitions {
      html += "<li><strong>\(definition.term.htmlEscaped)</strong>: "
      html += "\(definition.meaning.inlines.html(options))</li>\n"
    }
    return html + "</ul>\n"
  }

  private func examples(_ options: HTMLOptions) -> String? {
    guard !article.examples.isEmpty else { return nil }
    return StackTable.html(
      columns: ["Example", "Verdict", "Rule", "Why"],
      rows: article.examples.map { example in
        [
          example.example.inlines.html(options), Verdicts.html(example.verdict),
          example.rule.map { RulesMarkup.link($0) } ?? "", example.reason.inlines.html(options),
        ]
      })
  }

  private func questions(_ options: HTMLOptions) -> String? {
    guard !article.questions.isEmpty else { return nil }
    var html = ""
    for question in article.questions {
      html += "<h3>\(question.question.inlines.html(options))</h3>\n"
      html += question.answer.blocks.html(options)
    }
    return html
  }

  private func contents(
    _ sections: [TemplateValues], _ more: [TemplateValues], hasRelated: Bool
  ) -> [TemplateValues] {
    func entry(_ anchor: String, _ label: String) -> TemplateValues {
      ["tocAnchor": anchor, "tocLabel": label]
    }
    func entries(_ sections: [TemplateValues]) -> [TemplateValues] {
      sections.map { ["tocAnchor": $0["anchor"] ?? "", "tocLabel": $0["heading"] ?? ""] }
    }
    var toc: [TemplateValues] = []
    if article.allowed != nil { toc.append(entry("allowed", context.heading(.allowed))) }
    toc.append(entry("not-allowed", context.heading(.notAllowed)))
    toc += entries(sections)
    toc.append(entry("consequences", context.heading(.consequences)))
    toc += entries(more)
    if hasRelated { toc.append(entry("related", "Related")) }
    return toc
  }

  /// What changed from version to version, in the author's plain words.
  private func changesPage() -> String {
    let shell = PageShell(context: context, site: .help)
    let path = "\(article.id)/changes/index.html"
    var values = shell.values(
      path: path, title: "Changes to “\(article.title)”", description: article.summary)
    let root = Links.root(from: path)
    var html = "<p><a href=\"\(context.links.href(root, "\(article.id)/").htmlEscaped)\">"
    html += "Read the policy</a></p>\n"
    for change in article.changes {
      html += "<h2 id=\"v\(change.version)\">Version \(change.version)</h2>\n<p class=\"meta\">"
      if let date = change.effective {
        html += "<span>\(article.isUpcoming ? "Binds from" : "In force since") "
        html += "<time datetime=\"\(date)\">\(date.inWords)</time></span> "
      }
      html += "<span>\(ChangeList.label(change.changeClass))</span></p>\n"
      html += "<p>\(change.summary.htmlEscaped)</p>\n"
    }
    values["hasToc"] = false
    values["bodyHTML"] = html
    return context.theme.render("help-page", values)
  }
}
