package import PolicyModel

extension Publication {
  /// What the sites show of a policy in another language.
  package struct Translated: Sendable {
    package var locale: Workspace.Locale
    package var text: Translation
    /// Whether it was made from an earlier text than the one that the page shows.
    package var isStale: Bool
    /// Whether that text differs in words of the page: nothing that the public reads may follow from
    /// internal words.
    package var isPageStale: Bool
    /// The day on which it was approved; `nil` in a preview.
    package var approved: CalendarDate?

    package init(
      locale: Workspace.Locale, text: Translation, isStale: Bool, isPageStale: Bool,
      approved: CalendarDate? = nil
    ) {
      self.locale = locale
      self.text = text
      self.isStale = isStale
      self.isPageStale = isPageStale
      self.approved = approved
    }
  }

  /// The translation of the common text into a language.
  package func commonTranslation(into locale: String) -> Translated? {
    commonTranslations.first { $0.locale.tag == locale }
  }
}
