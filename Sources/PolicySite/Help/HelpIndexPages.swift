import CommonMark
import PolicyModel
import PolicyProjection

/// The pages that lead to the articles: home, themes, A–Z, changes, search, not found.
struct HelpIndexPages {
  let context: SiteContext
  private var shell: PageShell { PageShell(context: context, site: .help) }

  func files() -> [OutputFile] {
    [
      OutputFile("index.html", home()), OutputFile("a-z/index.html", letters()),
      OutputFile("changes/index.html", changes()), OutputFile("search/index.html", search()),
      OutputFile("404.html", notFound()),
    ] + Theme.allCases.map { OutputFile("themes/\($0.rawValue)/index.html", theme($0)) }
  }

  private func entries(_ theme: Theme) -> [PublishedIndex.Entry] {
    context.published.current.filter { $0.theme == theme }.sorted { $0.title < $1.title }
  }

  private func home() -> String {
    let organization = context.workspace.organization.name
    let lead =
      "What is allowed on \(organization), what is not, and what happens after a violation."
    var values = shell.values(
      path: "index.html", title: context.workspace.sites.helpTitle, description: lead,
      ownSearch: true, isHome: true)
    // The name of the site stands right above.
    values["title"] = "\(organization) policies"
    values["lead"] = lead
    values["themes"] = Theme.allCases.map { theme -> TemplateValues in
      let count = context.published.current.count { $0.theme == theme }
      return [
        "themeTitle": theme.title, "themeLine": theme.summary,
        "themeHref": context.links.href("", "themes/\(theme.rawValue)/"),
        "themeCount": count == 1 ? "1 policy" : "\(count) policies",
      ]
    }
    let list = ChangeList(context.published, today: context.today)
    values["latest"] = changeValues(list.items.lazy.filter { !$0.isUpcoming }.prefix(5), root: "")
    values["upcoming"] = changeValues(
      list.items.reversed().filter(\.isUpcoming).prefix(5), root: "")
    values["changesHref"] = context.links.href("", "changes/")
    values["actionsHref"] = context.links.href("", "actions/")
    return context.theme.render("help-home", values)
  }

  private func changeValues(
    _ items: some Collection<ChangeList.Item>, root: String
  ) -> TemplateValues? {
    items.isEmpty
      ? nil : ["changes": ChangeList.values(items, root: root, links: context.links)]
  }

  private func theme(_ theme: Theme) -> String {
    let path = "themes/\(theme.rawValue)/index.html"
    let root = Links.root(from: path)
    var values = shell.values(path: path, title: theme.title, description: theme.summary)
    values["eyebrow"] = "Policies by theme"
    values["eyebrowHref"] = context.links.href(root, "#themes")
    values["lead"] = theme.summary
    values["policies"] = entries(theme).map { entry -> TemplateValues in
      [
        "policyTitle": entry.title, "policySummary": entry.summary,
        "policyHref": context.links.href(root, "\(entry.id)/"),
        "markHTML": entry.mark?.tag ?? "",
      ]
    }
    return context.theme.render("help-theme", values)
  }

  private func letters() -> String {
    var byLetter: [String: [(key: String, html: String)]] = [:]
    func add(_ words: String, _ html: String) {
      let letter = words.first.map { $0.isLetter ? String($0).uppercased() : "0–9" } ?? "0–9"
      byLetter[letter, default: []].append((words.lowercased(), html))
    }
    for entry in context.published.entries {
      let address = context.links.href("../", "\(entry.id)/").htmlEscaped
      let link = "<a href=\"\(address)\">\(entry.title.htmlEscaped)</a>"
      guard entry.retired == nil else {
        add(entry.title, "<li>\(link) <span class=\"tag\">Ended</span></li>")
        continue
      }
      add(entry.title, "<li>\(link)\(entry.mark?.tag ?? "")</li>")
      for synonym in entry.synonyms {
        let words = synonym.prefix(1).uppercased() + synonym.dropFirst()
        add(words, "<li>\(words.htmlEscaped), see \(link)</li>")
      }
    }
    var values = shell.values(
      path: "a-z/index.html", title: "All policies, A–Z",
      description: "Every policy by its title and by the words that people search for.")
    values["letters"] = byLetter.keys.sorted().map { letter -> TemplateValues in
      let entries = (byLetter[letter] ?? []).sorted { ($0.key, $0.html) < ($1.key, $1.html) }
      return [
        "letter": letter, "letterAnchor": letter == "0–9" ? "digits" : "letter-\(letter)",
        "entriesHTML": entries.map(\.html).joined(separator: "\n"),
      ]
    }
    return context.theme.render("help-az", values)
  }

  private func changes() -> String {
    let list = ChangeList(context.published, today: context.today)
    var values = shell.values(
      path: "changes/index.html", title: "Changes",
      description: "What changed in our policies, and what is about to.")
    values["lead"] = "What changed in our policies, and what is about to."
    values["feedHref"] = context.links.href("../", "changes.xml")
    values["significantFeedHref"] = context.links.href("../", "significant.xml")
    values["upcoming"] = changeValues(list.items.reversed().filter(\.isUpcoming), root: "../")
    let past = list.items.filter { !$0.isUpcoming }
    let years = Dictionary(grouping: past) { $0.date.year }
    values["years"] = years.keys.sorted(by: >).map { year -> TemplateValues in
      [
        "year": year,
        "changes": ChangeList.values(years[year] ?? [], root: "../", links: context.links),
      ]
    }
    return context.theme.render("help-changes", values)
  }

  private func search() -> String {
    let values = shell.values(
      path: "search/index.html", title: "Search", description: "Search the policies.",
      ownSearch: true)
    return context.theme.render("help-search", values)
  }

  /// Served at any depth, so that its addresses begin at the root of the host.
  private func notFound() -> String {
    var values = shell.values(path: "404.html", title: "Page not found", ownSearch: true)
    values["noIndex"] = true
    values["canonical"] = nil
    guard !context.links.isPortable else { return context.theme.render("help-404", values) }
    let root = context.helpURL.map { HostPath.of($0) } ?? "/"
    values["root"] = root
    values["searchHref"] = root + "search/"
    values["azHref"] = root + "a-z/"
    shell.frame(&values, root: root, path: "404.html", ownSearch: true)
    return context.theme.render("help-404", values)
  }
}

enum HostPath {
  /// The path of an address: `https://example.com/help/` is `/help/`.
  static func of(_ url: String) -> String {
    guard let scheme = url.firstRange(of: "://") else { return "/" }
    let rest = url[scheme.upperBound...]
    return rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? "/"
  }
}
