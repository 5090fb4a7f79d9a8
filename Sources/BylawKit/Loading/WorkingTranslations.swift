import PolicyModel
import PolicyProjection
import PolicyReading
import PolicyRules

extension Publication {
  /// Takes the sound translations of a working tree, whoever approved them: for previews, and for
  /// languages in which nobody is asked.
  mutating func add(
    _ translations: CheckedTranslations, where isWanted: (Workspace.Locale) -> Bool = { _ in true }
  ) {
    let locales = workspace.targetLocales.filter(isWanted)
    func translated(_ id: String) -> [Translated] {
      locales.compactMap { locale in
        guard let text = translations.translation(of: id, in: locale.tag) else { return nil }
        let current = translations.sources[id]?.digests
        return Translated(
          locale: locale, text: text, isStale: current != text.originDigests, source: current)
      }
    }
    for index in entries.indices {
      entries[index].translations = translated(entries[index].policy.id)
    }
    if common != nil { commonTranslations = translated("common") }
  }
}
