import PolicyModel

/// What surrounds every page of one site: its name, navigation, search and footer.
struct PageShell {
  let context: SiteContext
  let site: SiteKind

  /// The values that `head`, `header` and `footer` read, for the page at `path`.
  func values(
    path: String, title: String, description: String? = nil, ownSearch: Bool = false,
    isHome: Bool = false
  ) -> TemplateValues {
    let root = Links.root(from: path)
    let links = context.links
    var values: TemplateValues = [
      "lang": context.workspace.sourceLocale.tag,
      "dir": context.workspace.sourceLocale.direction,
      "root": root,
      "title": title,
      "headTitle": isHome ? siteTitle : "\(title) – \(siteTitle)",
      "siteTitle": siteTitle,
      "homeHref": links.href(root, ""),
      "alternatesHTML": "",
      "noIndex": site.isInternal,
      "internal": site.isInternal,
      "ownSearch": ownSearch,
      "searchHref": links.href(root, "search/"),
      "searchHint": searchHint,
      "azHref": links.href(root, site == .help ? "a-z/" : ""),
      "azLabel": azLabel,
      "nav": navigation(root, path),
      "footerNote": footerNote,
      "footerLinks": footerLinks(root),
    ]
    if site == .help {
      values["description"] = description
      if let url = context.helpURL { values["canonical"] = url + Self.folder(of: path) }
    }
    return values
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
    case .moderators: "Rule, severity, word or signal"
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
      : "\(context.workspace.organization.name) Trust & Safety"
  }

  private func navigation(_ root: String, _ path: String) -> [TemplateValues] {
    func item(_ label: String, _ target: String) -> TemplateValues {
      [
        "navLabel": label, "navHref": context.links.href(root, target),
        "navHere": path == target + "index.html",
      ]
    }
    switch site {
    case .help: return [item("A–Z", "a-z/"), item("Changes", "changes/")]
    case .moderators: return [item("Workflows", "")]
    case .emails: return [item("All messages", "")]
    }
  }

  private func footerLinks(_ root: String) -> [TemplateValues] {
    guard site == .help else { return [] }
    return [
      ("Trust & Safety actions", "actions/"),
      ("How our policies are made", "how-policies-are-made/"),
      ("Changes as a feed", "changes.xml"),
    ].map { label, target in
      ["footLabel": label, "footHref": context.links.href(root, target)]
    }
  }

  /// `pay-outside/index.html` is the address `pay-outside/`.
  static func folder(of path: String) -> String {
    path.hasSuffix("index.html") ? String(path.dropLast("index.html".count)) : path
  }
}
