import CommonMark
import PolicyModel
import PolicyProjection

/// The pages that every help site has, written in Markdown: what each action means, and how policies
/// are made. A workspace may replace them, and add its own.
struct MarkdownPages {
  let context: SiteContext

  func files() -> [OutputFile] {
    context.theme.pages.compactMap { name in
      page(name).map { OutputFile("\(name)/index.html", $0) }
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

  private func page(_ name: String) -> String? {
    var source = PageSource(context.theme.text("pages/\(name).md"))
    source.body = source.body.replacing(
      PageSource.organizationField, with: Self.literal(context.workspace.organization.name))
    guard let (title, blocks) = try? source.document() else { return nil }
    let path = "\(name)/index.html"
    let shell = PageShell(context: context, site: .help)
    var values = shell.values(
      path: path, title: title ?? name, description: source.summary)
    var options = context.prose(root: Links.root(from: path), site: .help, policyID: name)
    options.headingIDs = true
    values["summary"] = source.summary
    let toc = blocks.compactMap { block -> TemplateValues? in
      guard case .heading(2, let inlines) = block.kind else { return nil }
      let words = inlines.plainText
      return ["tocAnchor": Slug.make(from: words), "tocLabel": words]
    }
    values["hasToc"] = toc.count >= 3
    values["toc"] = toc
    values["bodyHTML"] = blocks.html(options)
    return context.theme.render("help-page", values)
  }
}
