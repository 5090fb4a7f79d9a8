import CommonMark
import PolicyModel
import PolicyProjection

/// The sections of an article that it has only where its policy says something, and its contents.
struct ArticleSections {
  let context: SiteContext
  let article: HelpArticle
  let options: HTMLOptions
  /// The language of a translation.
  var locale: Workspace.Locale?
  /// The parts that stand there in the language of the source.
  var untranslated: Set<PartKind> = []

  var beforeConsequences: [TemplateValues] {
    [
      section(.exceptions, article.exceptions?.blocks.html(options)),
      section(.definitions, definitions),
      section(.scope, article.scope?.blocks.html(options)),
      section(.examples, examples),
      section(.reason, article.reason?.blocks.html(options)),
    ].compactMap { $0 }
  }

  var afterConsequences: [TemplateValues] {
    [
      section(.contest, article.contest?.blocks.html(options)),
      section(.report, article.report?.blocks.html(options)),
      section(.questions, questions),
    ].compactMap { $0 }
  }

  func contents(hasRelated: Bool) -> [TemplateValues] {
    func entry(_ anchor: String, _ label: String) -> TemplateValues {
      ["tocAnchor": anchor, "tocLabel": label]
    }
    func entries(_ sections: [TemplateValues]) -> [TemplateValues] {
      sections.map { ["tocAnchor": $0["anchor"] ?? "", "tocLabel": $0["heading"] ?? ""] }
    }
    var toc: [TemplateValues] = []
    if article.allowed != nil { toc.append(entry("allowed", heading(.allowed))) }
    toc.append(entry("not-allowed", heading(.notAllowed)))
    toc += entries(beforeConsequences)
    toc.append(entry("consequences", heading(.consequences)))
    toc += entries(afterConsequences)
    if hasRelated { toc.append(entry("related", word(.related))) }
    return toc
  }

  private func section(_ kind: PartKind, _ html: String?) -> TemplateValues? {
    guard var html, !html.isEmpty else { return nil }
    if untranslated.contains(kind) {
      let source = context.workspace.sourceLocale
      html =
        "<div lang=\"\(source.tag.htmlEscaped)\" dir=\"\(source.direction)\">\n\(html)</div>\n"
    }
    return ["anchor": kind.rawValue, "heading": heading(kind), "bodyHTML": html]
  }

  private func heading(_ kind: PartKind) -> String { context.heading(kind, in: locale) }

  private func word(_ word: PageWord) -> String { locale?[word] ?? word.english }

  private var definitions: String? {
    guard !article.definitions.isEmpty else { return nil }
    var html = "<ul>\n"
    for definition in article.definitions {
      html += "<li><strong>\(definition.term.htmlEscaped)</strong>: "
      html += "\(definition.meaning.inlines.html(options))</li>\n"
    }
    return html + "</ul>\n"
  }

  private var examples: String? {
    guard !article.examples.isEmpty else { return nil }
    return StackTable.html(
      columns: [word(.example), word(.verdict), word(.rule), word(.why)],
      rows: article.examples.map { example in
        [
          example.example.inlines.html(options),
          Verdicts.html(example.verdict, locale: locale),
          example.rule.map { RulesMarkup.link($0) } ?? "", example.reason.inlines.html(options),
        ]
      })
  }

  private var questions: String? {
    guard !article.questions.isEmpty else { return nil }
    var html = ""
    for question in article.questions {
      html += "<h3>\(question.question.inlines.html(options))</h3>\n"
      html += question.answer.blocks.html(options)
    }
    return html
  }
}
