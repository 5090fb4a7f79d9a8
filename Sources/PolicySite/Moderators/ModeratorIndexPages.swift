import CommonMark
import PolicyModel
import PolicyProjection

/// The moderators' home with the index of all rules, and its search page.
struct ModeratorIndexPages {
  let context: SiteContext
  private var shell: PageShell { PageShell(context: context, site: .moderators) }

  func files() -> [OutputFile] {
    let search = shell.values(path: "search/index.html", title: "Search", ownSearch: true)
    return [
      OutputFile("index.html", home()),
      OutputFile("search/index.html", context.theme.render("help-search", search)),
      OutputFile("robots.txt", Robots.none),
    ]
  }

  private func home() -> String {
    var values = shell.values(path: "index.html", title: "Workflows", ownSearch: true)
    values["themes"] = Theme.allCases.compactMap { theme -> TemplateValues? in
      let entries = context.published.current.filter { $0.theme == theme }
        .sorted { $0.title < $1.title }
      guard !entries.isEmpty else { return nil }
      return [
        "themeTitle": theme.title, "themeAnchor": theme.rawValue,
        "workflows": entries.map { entry -> TemplateValues in
          [
            "workflowTitle": entry.title, "workflowSummary": entry.summary,
            "workflowHref": context.links.href("", "\(entry.id)/"),
            "ruleLinksHTML": range(of: entry.rules), "markHTML": entry.mark?.tag ?? "",
          ]
        },
      ]
    }
    values["ruleIndexHTML"] = context.published.current.flatMap { entry in
      entry.rules.map { rule in
        let page = context.links.href("", "\(entry.id)/")
        return (rule, "<li>\(RulesMarkup.link(rule, in: page)) \(entry.title.htmlEscaped)</li>")
      }
    }.sorted { $0.0 < $1.0 }.map(\.1).joined(separator: "\n")
    let ended = context.published.ended.sorted { $0.title < $1.title }
    values["hasEnded"] = !ended.isEmpty
    values["ended"] = ended.map { entry -> TemplateValues in
      [
        "endedTitle": entry.title, "endedHref": context.links.href("", "\(entry.id)/"),
        "endedDate": entry.retired?.on.inWords ?? "",
      ]
    }
    return context.theme.render("mod-home", values)
  }

  /// `PAY-1 – PAY-6`
  private func range(of rules: [String]) -> String {
    guard let first = rules.first, let last = rules.last else { return "" }
    let words = first == last ? first : "\(first) – \(last)"
    return "<span class=\"rid\">\(words.htmlEscaped)</span>"
  }
}

enum Robots {
  /// For the internal sites.
  static let none = "User-agent: *\nDisallow: /\n"
}
