import CommonMark
import PolicyModel
import PolicyProjection

/// What changed from version to version, newest first: the author's plain words, then every rule with
/// its old and its new words.
struct ChangesPage {
  let context: SiteContext
  let article: HelpArticle
  /// By number, what changed against the version before; none for the first.
  let redlines: [Int: Redline]

  private var path: String { "\(article.id)/changes/index.html" }
  private var root: String { Links.root(from: path) }

  func file() -> OutputFile {
    let shell = PageShell(context: context, site: .help)
    var values = shell.values(
      path: path, title: "Changes to “\(article.title)”", description: article.summary)
    var html = "<p>\(link("\(article.id)/", "Read the policy"))</p>\n"
    if let versions = article.versions {
      html += ended
      for release in versions.reversed() { html += section(release) }
    } else {
      for change in article.changes { html += section(change) }
    }
    let numbers = (article.versions ?? []).map(\.number).reversed()
    values["hasToc"] = numbers.count >= 3
    values["toc"] = numbers.map { number -> TemplateValues in
      ["tocAnchor": "v\(number)", "tocLabel": "Version \(number)"]
    }
    values["bodyHTML"] = html
    return OutputFile(path, context.theme.render("help-page", values))
  }

  private func link(_ target: String, _ words: String) -> String {
    "<a href=\"\(context.links.href(root, target).htmlEscaped)\">\(words.htmlEscaped)</a>"
  }

  private var ended: String {
    guard let retired = article.retired else { return "" }
    return "<h2 id=\"ended\">Ended</h2>\n<p class=\"meta\"><span>Ended on "
      + "\(VersionTimes.time(retired.on))</span></p>\n<p>\(retired.reason.htmlEscaped)</p>\n"
  }

  private func section(_ release: HelpArticle.Release) -> String {
    let number = release.number
    let change = article.changes.first { $0.version == number }
    var html = "<h2 id=\"v\(number)\">Version \(number)</h2>\n<p class=\"meta\"><span>"
    html += "\(VersionTimes.html(release, article.standing(of: release)))</span> "
    if let change { html += "<span>\(ChangeList.label(change.changeClass)) change</span> " }
    html += "<span>\(link(release.path, "Read version \(number)"))</span></p>\n"
    if let change { html += "<p>\(change.summary.htmlEscaped)</p>\n" }
    if let day = release.corrected {
      html += "<p class=\"quiet\">Last corrected on \(VersionTimes.time(day))."
      html += (release.correction.map { " \($0.htmlEscaped)" } ?? "") + "</p>\n"
    }
    guard let redline = redlines[number] else { return html }
    return html + RedlineFragment(heading: context.heading).html(redline)
  }

  /// Of a preview, which has nothing to compare with.
  private func section(_ change: HelpArticle.Change) -> String {
    var html = "<h2 id=\"v\(change.version)\">Version \(change.version)</h2>\n<p class=\"meta\">"
    if let date = change.effective {
      html += "<span>\(article.isUpcoming ? "Binds from" : "In force since") "
      html += "\(VersionTimes.time(date))</span> "
    }
    html += "<span>\(ChangeList.label(change.changeClass))</span></p>\n"
    return html + "<p>\(change.summary.htmlEscaped)</p>\n"
  }
}
