import CommonMark
package import PolicyModel

/// What came of reading the file of a translation.
package struct TranslationReading: Sendable {
  package var source: SourceFile
  /// `nil` where the front-matter could not be read.
  package var translation: Translation?
  package var findings: [Finding]
  /// How many findings above the limit for a file were left out.
  package var leftOut: Int

  package init(
    source: SourceFile, translation: Translation?, findings: [Finding], leftOut: Int = 0
  ) {
    self.source = source
    self.translation = translation
    self.findings = findings
    self.leftOut = leftOut
  }
}

/// Turns the text of a file into a translation and findings. Like ``PolicyReader`` it never throws.
package struct TranslationReader: Sendable {
  private let workspace: Workspace

  package init(workspace: Workspace) { self.workspace = workspace }

  package func read(_ source: SourceFile) -> TranslationReading {
    var findings = FindingCollector(file: source, stage: .iteration)
    let translation = translation(source, &findings)
    return TranslationReading(
      source: source, translation: translation, findings: findings.findings,
      leftOut: findings.leftOut)
  }

  private func translation(
    _ source: SourceFile, _ findings: inout FindingCollector
  ) -> Translation? {
    let text = source.text
    guard FileChecks.check(text, &findings), let fence = Fence.find(in: text, &findings),
      let yaml = YAMLReader.read(text, fence.yaml, &findings),
      let record = ShapeReader(place: "the front-matter of a translation").read(
        yaml, as: .record(TranslationSchema.fields), name: "", &findings),
      let locale = record["locale"]?.locatedText,
      let facts = FactsReader(record: record, range: fence.range).facts(&findings),
      let words = reader(locale.value).words(source, facts, fence, &findings)
    else { return nil }
    var translation = Translation(
      locale: locale, words: words, origin: [:], originRange: facts.keyRanges["source"])
    for (key, digest) in record["source"]?.pairs ?? [] {
      if let scope = Scope(rawValue: key.name) { translation.origin[scope] = digest.locatedText }
    }
    return translation
  }

  /// In a language that bylaw.yml does not list, headings are those of the source.
  private func reader(_ tag: String) -> PolicyReader {
    guard let locale = workspace.targetLocale(tag) else {
      return PolicyReader(headings: HeadingTable(headings: workspace.headings))
    }
    var reader = PolicyReader(headings: HeadingTable(of: locale, in: workspace))
    reader.locale = locale
    return reader
  }
}
