import CommonMark
import PolicyModel
import PolicyReading
import Testing

@Suite struct `A translation` {
  @Test func `is read under the headings and words of its language`() throws {
    let reading = try #require(TranslationSample().reading)
    #expect(reading.findings.map(\.headline) == [])
    let translation = try #require(reading.translation)
    #expect(translation.id == "pay")
    #expect(translation.locale.value == "fr")
    #expect(translation.scope == "translation:fr")
    #expect(translation.words.facts.title?.value == "Payer ici")
    #expect(translation.words.rules.map(\.id.value) == ["PAY-1"])
    #expect(translation.words.examples.map(\.verdict) == [.notAllowed, .allowed])
    #expect(translation.words.messages.map(\.kind) == [.action(.warning)])
    #expect(
      translation.originDigests == [
        .policy: TranslationSample.digest("a"), .article: TranslationSample.digest("b"),
        .emails: TranslationSample.digest("c"),
      ])
  }

  @Test func `may keep the source's headings, columns and verdicts`() throws {
    var text = TranslationSample().text
    for (words, others) in [
      ("## Exemples", "## Exemples"),
      (
        "| Exemple | Verdict | Règle | Pourquoi |",
        "| Example | Verdict | Rule | Why |"
      ),
      ("| interdit |", "| not allowed |"), ("| permis |", "| allowed |"),
    ] { text = text.replacing(words, with: others) }
    let reading = try #require(TranslationSample.read(text))
    #expect(reading.findings.map(\.headline) == [])
    #expect(reading.translation?.words.examples.map(\.verdict) == [.notAllowed, .allowed])
    let bare = try #require(
      TranslationSample.read(
        text.replacing("Ce qui est permis", with: "What's allowed")
          .replacing("Ce qui est interdit", with: "What's not allowed")
          .replacing("Exemples", with: "Examples"), "locales: {en: {}, fr: {groups: [french]}}"))
    #expect(bare.findings.map(\.headline) == [])
    #expect(bare.translation?.words.rules.count == 1)
  }

  @Test(
    arguments: [
      ("summary: Payez", "sumary: Payez", "key-unknown", "sumary"),
      ("locale: fr", "locale: f", "value-type", "f"),
      ("title: Payer ici\n", "", "key-missing", "id: pay"),
      (
        "policy: sha256:", "policy: sha1:", "value-type",
        "sha1:" + String(repeating: "a", count: 64)
      ),
      ("{policy: ", "{rules: ", "key-unknown", "rules"),
      ("## Exemples", "## Exemple", "section-unknown", "## Exemple"),
      ("| interdit |", "| défendu |", "verdict-unknown", "défendu"),
      ("Règle | Pourquoi |", "Règle |  |", "table-columns", "| Exemple | Verdict | Règle |  |"),
      ("**PAY-1** ", "", "rule-id-missing", "Demander à payer ailleurs"),
      (
        "Parler du prix", "Parler à {{customer.first_name}}", "token-outside-emails",
        "{{customer.first_name}}"
      ),
    ])
  func `has its faults found where they stand`(
    words: String, others: String, rule: RuleID, place: String
  ) throws {
    let sample = TranslationSample(replacing: words, with: others)
    let findings = try #require(sample.reading).findings
    let finding = try #require(findings.first { $0.rule == rule }, "\(findings.map(\.rule))")
    let location = try #require(finding.location)
    #expect(SourceText(sample.text).string(location.range) == place)
  }

  @Test(
    arguments: [
      ("locales: {en: {}, fr: {}}", "key-missing", "`groups` is missing from `fr`"),
      (
        "locales: {en: {}, fr: {groups: [frenh]}}", "settings-group-unknown",
        "`frenh` is not among `groups`"
      ),
      (
        "locales: {en: {}, fr: {groups: [], words: {wy: Pourquoi}}}", "value-unknown",
        "`wy` is not a word of a page"
      ),
      (
        "locales: {en: {}, fr: {groups: [], months: [janvier]}}", "value-type",
        "`months` must name the twelve months, January first"
      ),
      (
        "locales: {en: {}, fr: {groups: [], samples: {all: {case.opened_at: hier}}}}",
        "settings-sample", "The sample of `case.opened_at` is not a date, YYYY-MM-DD"
      ),
      (
        "locales: {en: {}, fr: {groups: [], samples: {warning: {case.fact: Rien}}}}",
        "settings-sample", "`case.fact` is not a variable"
      ),
    ])
  func `needs a language that bylaw.yml describes`(
    locales: String, rule: RuleID, headline: String
  ) {
    let findings = WorkspaceReader.read(
      SourceFile(path: "bylaw.yml", text: SourceText(TranslationSample.settings(locales)))
    ).findings
    #expect(findings.map(\.rule) == [rule])
    #expect(findings.map(\.headline) == [headline])
  }
}

@Suite struct `The digest of a translation` {
  /// Another value voids every approval: it changes for no less than a fault.
  @Test func `is the same as ever`() {
    #expect(
      TranslationSample().digest
        == "sha256:46d0a25138e076ba3db9e3803901c57e3e3440753a89e7c7e9fdba3d7d4a8cbb")
  }

  @Test(
    arguments: [
      ("title: Payer ici", "title: Payer chez nous"), ("Payez toujours ici.", "Payez ici."),
      ("id: pay", "id: paid"), ("aaa", "baa"), ("ccc", "dcc"), (", emails: sha256:", "}#"),
      ("Parler du prix", "Parler de prix"), ("**PAY-1**", "**PAY-2**"),
      ("| permis |", "| interdit |"), ("Subject:** Payez ici", "Subject:** Payez"),
      ("{{rule.url}}", "{{change.url}}"), ("stays-active, reply", "reply"),
    ])
  func `changes with its words and with what it was made from`(words: String, others: String)
    throws
  {
    let changed = TranslationSample(replacing: words, with: others)
    #expect(changed.text != TranslationSample().text)
    let digest = try #require(changed.digest)
    #expect(digest != TranslationSample().digest)
  }

  @Test(
    arguments: [
      ("- Parler du prix", "* Parler du\n  prix"), ("title: Payer ici", "title: \"Payer ici\""),
      ("## Ce qui est permis", "## CE QUI EST PERMIS"), ("| permis |", "|  permis  |"),
    ])
  func `stays when only the form changes`(words: String, others: String) throws {
    let changed = TranslationSample(replacing: words, with: others)
    #expect(changed.text != TranslationSample().text)
    let digest = try #require(changed.digest)
    #expect(digest == TranslationSample().digest)
  }
}
