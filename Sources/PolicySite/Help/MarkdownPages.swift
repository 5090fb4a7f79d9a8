import CommonMark
import PolicyModel
import PolicyProjection

/// The pages that every help site has, written in Markdown: what each action means, and how policies
/// are made. A workspace may replace them, and add its own.
struct MarkdownPages {
  let context: SiteContext

  func files() -> [OutputFile] {
    context.theme.pages.compactMap { file in
      let page = WordPage(file: file, in: context.workspace)
      let path = context.path(ofPage: page.name, in: page.locale) + "index.html"
      return html(file, page, path).map { OutputFile(path, $0) }
    }
  }

  /// Words in which no sign means anything to Markdown.
  private static func literal(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      let isSign =
        scalar.isASCII && scalar.value > 0x20 && !scalar.properties.isAlphabetic
        && scalar.properties.numericType == nil
      if isSign { out += "\\" }
      out.unicodeScalars.append(scalar)
    }
    return out
  }

  private func html(_ file: String, _ page: WordPage, _ path: String) -> String? {
    var source = PageSource(context.theme.text("pages/\(file).md"))
    source.body = source.body.replacing(
      PageSource.organizationField, with: Self.literal(context.workspace.organization.name))
    guard let (title, blocks) = try? source.document() else { return nil }
    let root = Links.root(from: path)
    let shell = PageShell(context: context, site: .help, locale: page.locale)
    var values = shell.values(
      path: path, title: title ?? page.name, description: source.summary)
    let languages = LanguageLinks(context, page: page.name, from: page.locale, root: root)
    values["alternatesHTML"] = languages.alternates
    values["languagesHTML"] = languages.html.isEmpty ? nil : languages.html
    values["tocTitle"] = page.locale?[.contents]
    var options = context.prose(root: root, site: .help, policyID: page.name)
    options.headingIDs = true
    options.headingNames = anchors(of: page, blocks)
    let names = options.headingNames
    values["summary"] = source.summary
    let toc = blocks.compactMap { block -> TemplateValues? in
      guard case .heading(2, let inlines) = block.kind else { return nil }
      let words = inlines.plainText
      let slug = Slug.make(from: words)
      return ["tocAnchor": names[slug] ?? slug, "tocLabel": words]
    }
    values["hasToc"] = toc.count >= 3
    values["toc"] = toc
    values["bodyHTML"] = blocks.html(options)
    return context.theme.render("help-page", values)
  }

  /// An address with an anchor leads to the same place in every language: the anchors of the source's
  /// headings, by those that the words of the translation would make. None where the two differ in
  /// their headings.
  private func anchors(of page: WordPage, _ blocks: [Block]) -> [String: String] {
    guard page.locale != nil, context.pageFiles.contains(page.name),
      let source = try? PageSource(context.theme.text("pages/\(page.name).md")).document()
    else { return [:] }
    let own = Self.headings(of: blocks)
    let others = Self.headings(of: source.blocks)
    guard own.map({ $0.level }) == others.map({ $0.level }) else { return [:] }
    return Dictionary(
      zip(own.map { $0.slug }, others.map { $0.slug }), uniquingKeysWith: { first, _ in first })
  }

  private static func headings(of blocks: [Block]) -> [(level: Int, slug: String)] {
    var headings: [(level: Int, slug: String)] = []
    for block in blocks {
      guard case .heading(let level, let inlines) = block.kind else { continue }
      headings.append((level: level, slug: Slug.make(from: inlines.plainText)))
    }
    return headings
  }
}
