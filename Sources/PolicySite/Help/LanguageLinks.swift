import CommonMark
import PolicyModel

/// The way from a page to the same page in other languages.
struct LanguageLinks {
  private struct Target {
    var locale: Workspace.Locale
    var path: String
  }

  private let context: SiteContext
  /// The language of this page.
  private let here: String
  private let root: String
  /// The source first; empty where there is but one language.
  private let targets: [Target]

  /// Of the policy `id`, seen from its page in `locale`; `nil` is the source.
  init(_ context: SiteContext, policy id: String, from locale: Workspace.Locale?, root: String) {
    let pages = context.languages.pages(of: id).map { page in
      Target(locale: page.locale, path: LanguageIndex.path(of: id, in: page.locale.tag))
    }
    self.init(context, "\(id)/", pages, from: locale, root: root)
  }

  /// Of a page of words.
  init(_ context: SiteContext, page name: String, from locale: Workspace.Locale?, root: String) {
    let pages = context.workspace.targetLocales.filter { context.hasPage(name, in: $0.tag) }.map {
      Target(locale: $0, path: context.path(ofPage: name, in: $0))
    }
    self.init(context, "\(name)/", pages, from: locale, root: root)
  }

  private init(
    _ context: SiteContext, _ path: String, _ others: [Target], from locale: Workspace.Locale?,
    root: String
  ) {
    self.context = context
    self.root = root
    let source = context.workspace.sourceLocale
    here = (locale ?? source).tag
    targets = others.isEmpty ? [] : [Target(locale: source, path: path)] + others
  }

  /// The switch under the title; empty where there is but one language.
  var html: String {
    let links = targets.filter { $0.locale.tag != here }.map { target in
      let tag = target.locale.tag.htmlEscaped
      let href = context.links.href(root, target.path).htmlEscaped
      return "<a href=\"\(href)\" lang=\"\(tag)\" hreflang=\"\(tag)\">"
        + "\((target.locale.name ?? target.locale.tag).htmlEscaped)</a>"
    }
    return links.isEmpty ? "" : " <span>\(links.joined(separator: ", "))</span>"
  }

  /// The same for search engines, which follow whole addresses only.
  var alternates: String {
    guard let url = context.helpURL else { return "" }
    return targets.map { target in
      "<link rel=\"alternate\" hreflang=\"\(target.locale.tag.htmlEscaped)\" "
        + "href=\"\((url + target.path).htmlEscaped)\">\n"
    }.joined()
  }
}
