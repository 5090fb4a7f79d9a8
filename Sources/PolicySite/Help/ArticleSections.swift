import CommonMark
import PolicyModel
import PolicyProjection

/// The sections of an article that it has only where its policy says something, and its contents.
struct ArticleSections {
  let context: SiteContext
  let article: HelpArticle
  let options: HTMLOptions

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
    if article.allowed != nil { toc.append(entry("allowed", context.heading(.allowed))) }
    toc.append(entry("not-allowed", context.heading(.notAllowed)))
    toc += entries(beforeConsequences)
    toc.append(entry("consequences", context.heading(.consequences)))
    toc += entries(afterConsequences)
    if hasRelated { toc.append(entry("related", "Related")) }
    return toc
  }

  private func section(_ kind: PartKind, _ html: String?) -> TemplateValues? {
    guard let html, !html.isEmpty else { return nil }
    return ["anchor": kind.rawValue, "heading": context.heading(kind), "bodyHTML": html]
  }

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
      columns: ["Example", "Verdict", "Rule", "Why"],
      rows: article.examples.map { example in
        [
          example.example.inlines.html(options), Verdicts.html(example.verdict),
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
