import PolicyModel

/// What surrounds every page of one site: its name, navigation, search and footer.
struct PageShell {
  let context: SiteContext
  let site: SiteKind
  /// The language of the page; `nil` for that of the source.
  var locale: Workspace.Locale?

  /// The values that `head`, `header` and `footer` read, for the page at `path`.
  func values(
    path: String, title: String, description: String? = nil, ownSearch: Bool = false,
    isHome: Bool = false
  ) -> TemplateValues {
    let root = Links.root(from: path)
    var values: TemplateValues = [
      "lang": (locale ?? context.workspace.sourceLocale).tag,
      "dir": (locale ?? context.workspace.sourceLocale).direction,
      "root": root,
      "title": title,
      "headTitle": (context.draft.map { "\($0): " } ?? "")
        + (isHome ? siteTitle : "\(title) – \(siteTitle)"),
      "siteTitle": siteTitle,
      "alternatesHTML": "",
      "noIndex": site.isInternal || context.draft != nil,
      "searchHref": context.links.href(root, "search/"),
      "searchHint": searchHint,
      "azHref": context.links.href(root, site == .help ? "a-z/" : ""),
      "azLabel": azLabel,
    ]
    frame(&values, root: root, path: path, ownSearch: ownSearch)
    if site == .help {
      values["description"] = description
      if let url = context.helpURL { values["canonical"] = url + Self.folder(of: path) }
    }
    return values
  }

  /// The header and the footer's links differ only with the folder in which a page lies, so they are
  /// rendered once for each.
  func frame(
    _ values: inout TemplateValues, root: String, path: String, ownSearch: Bool
  ) {
    let navigation = navigation(root, path)
    let isListed = navigation.contains { $0["navHere"] as? Bool == true }
    let parts = context.frames.parts(
      key: "\(site) \(locale?.tag ?? "") \(root) \(ownSearch) \(isListed ? path : "")"
    ) {
      var frame: TemplateValues = [
        "homeHref": context.links.href(root, ""), "siteTitle": siteTitle,
        "internal": site.isInternal, "ownSearch": ownSearch,
        "searchHref": context.links.href(root, "search/"), "nav": navigation,
        "footerNote": footerNote, "footerLinks": footerLinks(root),
      ]
      frame["draft"] = context.draft
      if let locale {
        frame["skipLabel"] = locale[.skip]
        frame["searchLabel"] = locale[.search]
        frame["siteLabel"] = locale[.site]
      }
      return (context.theme.render("header", frame), context.theme.render("footer-links", frame))
    }
    values["headerHTML"] = parts.header
    values["footerLinksHTML"] = parts.footer
  }

  var siteTitle: String {
    switch site {
    case .help: context.workspace.sites.helpTitle
    case .moderators: "\(context.workspace.organization.name) workflows"
    case .emails: "\(context.workspace.organization.name) e-mails"
    }
  }

  private var searchHint: String {
    switch site {
    case .help: "Search the policies"
    case .moderators: "Rule, severity or word"
    case .emails: "Action, policy or words"
    }
  }

  private var azLabel: String {
    switch site {
    case .help: "A–Z"
    case .moderators: "Workflows"
    case .emails: "All messages"
    }
  }

  private var footerNote: String {
    site.isInternal
      ? "Internal. True on \(context.today.inWords)."
      : word(.sender).replacing("{organization}", with: context.workspace.organization.name)
  }

  private func navigation(_ root: String, _ path: String) -> [TemplateValues] {
    func item(_ label: String, _ target: String) -> TemplateValues {
      var item: TemplateValues = [
        "navLabel": label, "navHref": context.links.href(root, target),
        "navHere": path == target.prefix { $0 != "#" } + "index.html",
      ]
      item["navLang"] = sourceTag
      return item
    }
    switch site {
    case .help:
      return [
        item(word(.policies), "#themes"), item(word(.aToZ), "a-z/"),
        item(word(.changes), "changes/"),
      ]
    case .moderators: return [item("Workflows", "")]
    case .emails: return [item("All messages", "")]
    }
  }

  private func word(_ word: PageWord) -> String { locale?[word] ?? word.english }

  private func footerLinks(_ root: String) -> [TemplateValues] {
    guard site == .help else { return [] }
    func link(_ label: String, _ target: String, isHere: Bool) -> TemplateValues {
      var link: TemplateValues = [
        "footLabel": label, "footHref": context.links.href(root, target),
      ]
      if !isHere { link["footLang"] = sourceTag }
      return link
    }
    func page(_ label: PageWord, _ name: String) -> TemplateValues {
      let isHere = locale.map { context.hasPage(name, in: $0.tag) } ?? true
      return link(word(label), context.path(ofPage: name, in: locale), isHere: isHere)
    }
    return [
      page(.actions, "actions"), page(.howPoliciesAreMade, "how-policies-are-made"),
      link(word(.feed), "changes.xml", isHere: false),
    ]
  }

  /// On a page in another language, that of the pages that have no other one.
  private var sourceTag: String? {
    locale.map { _ in context.workspace.sourceLocale.tag }
  }

  /// `pay-outside/index.html` is the address `pay-outside/`.
  static func folder(of path: String) -> String {
    path.hasSuffix("index.html") ? String(path.dropLast("index.html".count)) : path
  }
}
