package import PolicyModel

extension Publication {
  /// What the sites show of a policy in another language.
  package struct Translated: Sendable {
    package var locale: Workspace.Locale
    package var text: Translation
    /// Whether it was made from an earlier text than the one that the page shows.
    package var isStale: Bool
    /// Whether that text differs in what the page shows: e-mails are none of it, and nothing that the
    /// public reads may follow from them.
    package var isPageStale: Bool
    /// The day on which it was approved; `nil` in a preview.
    package var approved: CalendarDate?

    /// `source` are the digests of the words that are published in the language of the source.
    package init(
      locale: Workspace.Locale, text: Translation, isStale: Bool, source: [Scope: String]?,
      approved: CalendarDate? = nil
    ) {
      self.locale = locale
      self.text = text
      self.isStale = isStale
      let origin = text.originDigests
      let current = source?.translated(of: text.id) ?? [:]
      isPageStale = isStale && [Scope.policy, .article].contains { current[$0] != origin[$0] }
      self.approved = approved
    }
  }

  /// The translation of the common text into a language.
  package func commonTranslation(into locale: String) -> Translated? {
    commonTranslations.first { $0.locale.tag == locale }
  }
}
