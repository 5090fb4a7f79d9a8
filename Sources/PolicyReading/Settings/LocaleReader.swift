import PolicyModel

/// Reads one language of `locales`.
struct LocaleReader {
  /// The groups that there are.
  let groups: Set<String>

  func locale(
    _ pair: (key: YAMLValue.Key, value: FieldValue), isSource: Bool,
    _ findings: inout FindingCollector
  ) -> Workspace.Locale {
    let value = pair.value
    if let asked = value["groups"] {
      GroupNames.check(asked, groups, &findings)
    } else if !isSource {
      // Whoever forgets the key must not publish what nobody has read.
      findings.report(
        .keyMissing, at: pair.key.range, "`groups` is missing from `\(pair.key.name)`",
        help: "Say who approves translations; nobody is written as [].")
    }
    var locale = Workspace.Locale(
      tag: pair.key.name, groups: value["groups"]?.texts ?? [],
      headings: HeadingsReader.headings(value["sections"], withDefaults: false, &findings))
    locale.name = value["name"]?.text
    for (key, text) in value["words"]?.pairs ?? [] {
      if let word = PageWord(rawValue: key.name) { locale.words[word] = text.text }
    }
    for (key, text) in value["applies_to"]?.pairs ?? [] { locale.appliesTo[key.name] = text.text }
    locale.samples = LetterSamples(reading: value["samples"])
    if let months = value["months"] {
      locale.months = months.texts
      if months.texts.count != 12 {
        findings.report(
          .valueType, at: months.range, "`months` must name the twelve months, January first")
      }
    }
    return locale
  }
}
