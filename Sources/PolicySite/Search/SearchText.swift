import CommonMark
import PolicyModel
import PolicyProjection

/// What search looks through, by site.
enum SearchText {
  static func document(_ article: HelpArticle, _ context: SiteContext) -> SearchDocument {
    var body = article.summary
    for text in [
      article.allowed, article.exceptions, article.scope, article.reason, article.consequences,
    ] {
      if let text { body += "\n" + text.blocks.plainText }
    }
    for rule in article.rules { body += "\n" + rule.text.inlines.plainText }
    for item in article.definitions { body += "\n\(item.term) \(item.meaning.inlines.plainText)" }
    for item in article.examples { body += "\n" + item.example.inlines.plainText }
    for item in article.questions { body += "\n" + item.answer.blocks.plainText }
    return SearchDocument(
      title: article.title, href: context.links.href("", "\(article.id)/"),
      summary: summary(article.summary, article.retired), group: article.theme.title,
      exact: article.rules.map(\.id),
      synonyms: article.synonyms, headings: article.questions.map { $0.question.inlines.plainText },
      body: body)
  }

  private static func summary(_ summary: String, _ retired: Publication.Retired?) -> String {
    retired.map { "Ended on \($0.on.inWords). \(summary)" } ?? summary
  }

  static func document(_ workflow: Workflow, _ context: SiteContext) -> SearchDocument {
    var body = workflow.summary
    for text in [workflow.evidence, workflow.signals, workflow.background, workflow.checklist] {
      if let text { body += "\n" + text.blocks.plainText }
    }
    for rule in workflow.rules { body += "\n" + rule.text.inlines.plainText }
    for level in workflow.severities {
      body += "\n" + level.description.plainText
    }
    for step in workflow.decision?.steps ?? [] { body += "\n" + step.question.plainText }
    return SearchDocument(
      title: workflow.title, href: context.links.href("", "\(workflow.id)/"),
      summary: summary(workflow.summary, workflow.retired), group: workflow.theme.title,
      exact: workflow.rules.map(\.id),
      names: workflow.severities.map { "severity-\($0.number)" }, synonyms: workflow.synonyms,
      headings: [], body: body)
  }

  static func document(_ message: Message, _ context: SiteContext) -> SearchDocument {
    let letter = Letter(message, .samples)
    return SearchDocument(
      title: letter.subject,
      href: context.links.href("", message.folder),
      summary: letter.preview, group: message.kind.title, exact: [],
      synonyms: [message.policyTitle, message.kind.title], headings: [], body: letter.text)
  }
}
