package import PolicyModel

/// Which of the settings that judge differ.
package enum SettingsChange {
  /// The keys of `bylaw.yml` that say who must agree, how it is proved, or how words are read; without
  /// one that only moves a date, a label or a site.
  package static func judgingKeys(from old: Workspace, to new: Workspace) -> [String] {
    var keys: [String] = []
    func compare<Value: Equatable>(_ key: String, _ path: (Workspace) -> Value) {
      if path(old) != path(new) { keys.append(key) }
    }
    compare("workspace", \.id)
    compare("people", \.people)
    compare("groups", \.groups)
    compare("lifecycle", \.lifecycle.general)
    compare("lifecycle.themes", \.lifecycle.themes)
    compare("signoffs.proof", \.proof)
    compare("signoffs.forge_committers", \.forgeCommitters)
    compare("sections", \.headings)
    for locale in Set((old.targetLocales + new.targetLocales).map(\.tag)).sorted() {
      compare("locales.\(locale)") { workspace in
        workspace.targetLocale(locale).map {
          Translations(groups: $0.groups, headings: $0.headings)
        }
      }
    }
    return keys
  }

  private struct Translations: Equatable {
    let groups: [String]
    let headings: [PartKind: String]
  }
}

extension JudgingSettings {
  /// Whether the same people with the same keys must agree.
  package func judgesLike(_ other: JudgingSettings) -> Bool {
    guard signers == other.signers else { return false }
    return source == other.source
      || SettingsChange.judgingKeys(from: workspace, to: other.workspace).isEmpty
  }
}
