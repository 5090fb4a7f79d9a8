import CommonMark
import PolicyModel
import PolicyProjection

/// Atom feeds of the changes (RFC 4287), the site map (sitemaps.org 0.9) and `robots.txt`.
struct HelpFeeds {
  let context: SiteContext

  func files() -> [OutputFile] {
    var files = [
      OutputFile("changes.xml", feed("changes.xml", "Changes", significantOnly: false)),
      OutputFile(
        "significant.xml", feed("significant.xml", "Significant changes", significantOnly: true)),
      OutputFile("robots.txt", robots()),
    ]
    if let url = context.helpURL { files.append(OutputFile("sitemap.xml", sitemap(url))) }
    return files
  }

  private func feed(_ name: String, _ title: String, significantOnly: Bool) -> String {
    let url = context.helpURL ?? "https://\(HostName.of(context.workspace.organization.contact))/"
    let items = ChangeList(context.published, today: context.today).items.filter {
      !significantOnly || $0.changeClass == .significant
    }.prefix(100)
    let updated = items.map(\.date).max() ?? context.today
    let organization = context.workspace.organization.name
    var xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
    xml += "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n"
    xml += "<title>\("\(title) – \(context.workspace.sites.helpTitle)".htmlEscaped)</title>\n"
    xml += "<id>\(url.htmlEscaped)\(name)</id>\n"
    xml += "<link rel=\"self\" href=\"\(url.htmlEscaped)\(name)\"/>\n"
    xml += "<link rel=\"alternate\" type=\"text/html\" href=\"\(url.htmlEscaped)changes/\"/>\n"
    xml += "<updated>\(updated)T00:00:00Z</updated>\n"
    xml += "<author><name>\(organization.htmlEscaped)</name></author>\n"
    for item in items {
      xml += entry(item, url)
    }
    return xml + "</feed>\n"
  }

  private func entry(_ item: ChangeList.Item, _ url: String) -> String {
    let page = "\(url)\(item.entry.id)/"
    let (address, title, day) =
      switch item.event {
      case .change(let change):
        (
          "\(page)changes/#v\(change.version)", "\(item.entry.title), version \(change.version)",
          item.isUpcoming ? "From \(item.date.inWords). " : "Since \(item.date.inWords). "
        )
      case .end:
        (
          "\(page)changes/#ended", "\(item.entry.title) has ended",
          "Ended on \(item.date.inWords). "
        )
      }
    var xml = "<entry>\n<title>\(title.htmlEscaped)</title>\n"
    xml += "<id>\(address.htmlEscaped)</id>\n"
    xml += "<link rel=\"alternate\" href=\"\(address.htmlEscaped)\"/>\n"
    xml += "<updated>\(item.date)T00:00:00Z</updated>\n"
    xml += "<category term=\"\(item.changeClass.rawValue)\"/>\n"
    xml += "<content type=\"text\">\(day)\(item.summary.htmlEscaped)</content>\n</entry>\n"
    return xml
  }

  private func sitemap(_ url: String) -> String {
    var xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
    xml += "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
    func add(_ path: String, _ date: CalendarDate?) {
      xml += "<url><loc>\((url + path).htmlEscaped)</loc>"
      if let date { xml += "<lastmod>\(date)</lastmod>" }
      xml += "</url>\n"
    }
    let newest = context.published.entries.compactMap(\.modified).max()
    add("", newest)
    for theme in Theme.allCases {
      let dates = context.published.entries.filter { $0.theme == theme }.compactMap(\.modified)
      add("themes/\(theme.rawValue)/", dates.max())
    }
    for file in context.theme.pages {
      let page = WordPage(file: file, in: context.workspace)
      add(context.path(ofPage: page.name, in: page.locale), nil)
    }
    for entry in context.published.entries {
      add("\(entry.id)/", entry.modified)
      for page in entry.versionPages { add(page.path, page.modified) }
      for page in context.languages.pages(of: entry.id) {
        add(LanguageIndex.path(of: entry.id, in: page.locale.tag), page.modified)
      }
    }
    return xml + "</urlset>\n"
  }

  private func robots() -> String {
    "User-agent: *\nAllow: /\n"
      + (context.helpURL.map { "Sitemap: \($0)sitemap.xml\n" } ?? "")
  }
}

enum HostName {
  /// The host of an e-mail address.
  static func of(_ address: String) -> String {
    address.split(separator: "@").last.map(String.init) ?? "localhost"
  }
}
