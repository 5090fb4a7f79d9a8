package import PolicyModel

/// A help article in another language: its words are the translation's, all else is the source's. Like the
/// article itself it has no room for anything internal.
package struct TranslatedArticle: Sendable {
  package let article: HelpArticle
  package let locale: Workspace.Locale
  /// Whether it, or what it inherits, was made from an earlier text than the one that the policy's page
  /// shows.
  package let isStale: Bool
  /// The inherited parts that nobody has translated: they stand there in the source's language.
  package let untranslated: Set<PartKind>

  /// - Parameters:
  ///   - source: what the policy's page shows.
  ///   - translated: the words in another language.
  ///   - common: those of what the policy inherits, in the same language.
  package init(
    _ source: HelpArticle, _ translated: Publication.Translated, common: Publication.Translated?
  ) {
    let words = translated.text.words
    var article = source
    var untranslated: Set<PartKind> = []
    var isCommonShown = false
    func text(_ kind: PartKind) -> RichText? { RichText(words.part(kind)?.blocks) }
    func inherited(_ kind: PartKind, _ original: RichText?) -> RichText? {
      if let own = text(kind) { return own }
      if let shared = RichText(common?.text.words.part(kind)?.blocks) {
        isCommonShown = true
        return shared
      }
      if original != nil { untranslated.insert(kind) }
      return original
    }
    article.title = words.facts.title?.value ?? source.title
    article.summary = words.facts.summary?.value ?? ""
    article.reason = text(.reason)
    article.scope = text(.scope)
    article.definitions = words.definitions.map {
      .init(term: $0.term, meaning: RichLine($0.meaning))
    }
    article.allowed = text(.allowed)
    article.rules = words.rules.map {
      .init(id: $0.id.value, text: RichLine($0.text), details: RichText($0.details))
    }
    article.exceptions = text(.exceptions)
    article.consequences = text(.consequences)
    article.examples = words.examples.map {
      .init(
        example: RichLine($0.example), verdict: $0.verdict, rule: $0.rule?.value,
        reason: RichLine($0.reason))
    }
    article.questions = words.questions.map {
      .init(question: RichLine($0.question), answer: RichText($0.answer))
    }
    article.contest = inherited(.contest, source.contest)
    article.report = inherited(.report, source.report)
    self.article = article
    self.untranslated = untranslated
    locale = translated.locale
    isStale = translated.isPageStale || (isCommonShown && common?.isPageStale == true)
  }
}
