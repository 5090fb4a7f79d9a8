import PolicyModel
import PolicyReading
import Testing

/// What each key and each part belongs to, once more by hand: from the format's description.
private enum Expected {
  static let keys: [(key: String, other: String, scopes: Set<Scope>)] = [
    ("id", "paying-elsewhere", Set(Scope.allCases)), ("title", "Paying inside", [.policy]),
    ("summary", "Pay on Quillwork only.", [.policy]), ("theme", "security", [.policy]),
    ("applies_to", "[talent]", [.policy]), ("basis", "[{kind: law, ref: Section 4}]", [.policy]),
    ("profiles", "[eu-p2b]", [.policy]), ("synonyms", "[cash]", [.article]),
    ("related", "[]", [.article]), ("announced", "2026-01-02", [.release]),
    ("effective", "2026-02-02", [.release]),
    ("changes", "[{version: 2, class: minor, summary: Clearer words.}]", [.release]),
    ("owner", "ana@example.com", []), ("stage", "implementation", []), ("version", "2", []),
    ("history", "[]", []),
    (
      "rounds",
      "[{round: 1, version: 2, opened: 2026-01-01, scopes: [policy], groups: [], authors: []}]", []
    ),
    ("research", "[]", []), ("review_every", "2 months", []), ("withdrawn", "[1]", []),
    ("retired", "{on: 2027-01-02, reason: Merged.}", [.retire]), ("allow", "[]", []),
    ("samples", "{warning: {case.facts: Other words.}}", []),
  ]

  static let parts: [PartKind: Set<Scope>] = [
    .reason: [.article], .scope: [.policy], .definitions: [.policy], .allowed: [.policy],
    .notAllowed: [.policy], .exceptions: [.policy], .consequences: [.policy],
    .examples: [.article], .questions: [.article], .contest: [.article], .report: [.article],
    .moderators: [], .emails: [.emails], .severity: [.policy], .ladder: [.policy],
    .background: [.workflow], .evidence: [.workflow], .signals: [.workflow],
    .decision: [.workflow], .calibration: [.workflow], .escalation: [.workflow],
    .checklist: [.workflow],
  ]
}

@Suite struct `A change of the front-matter` {
  @Test(arguments: Expected.keys.map(\.key))
  func `changes the scopes that cover its key, and no other`(key: String) throws {
    let row = try #require(Expected.keys.first { $0.key == key })
    let one = DigestSample().text
    #expect(DigestSample.changed(one, DigestSample(key, row.other).text) == row.scopes)
    let isRequired = FrontMatterSchema.policy.contains { $0.key == key && $0.isRequired }
    // Without a version no change-log entry is of the current one.
    let removed: Set<Scope> = key == "version" ? [.release] : row.scopes
    if !isRequired {
      #expect(DigestSample.changed(one, DigestSample(key, nil).text) == removed)
    }
  }

  @Test func `is covered for every key that there is`() {
    #expect(Set(Expected.keys.map(\.key)) == Set(FrontMatterSchema.policy.map(\.key)))
    #expect(Set(DigestSample().keys.map(\.key)) == Set(FrontMatterSchema.policy.map(\.key)))
  }

  @Test(
    arguments: [
      (
        "changes",
        "[{version: 2, class: significant, summary: Clearer., class_reason: Words only.}]"
      ),
      ("changes", "[{version: 2, class: minor, summary: Clearer!, class_reason: Words only.}]"),
      ("changes", "[{version: 2, class: minor, summary: Clearer., class_reason: Words.}]"),
      ("retired", "{on: 2027-01-01, reason: Merged!, replaced_by: fake-reviews}"),
      ("retired", "{on: 2027-01-01, reason: Merged., replaced_by: fake-profiles}"),
      ("basis", "[{kind: terms, ref: Section 5, url: \"https://example.com/terms\"}]"),
      ("basis", "[{kind: terms, ref: Section 4, url: \"https://example.com/other\"}]"),
      ("applies_to", "[client, talent]"), ("synonyms", "[cashwire]"), ("synonyms", "[cas, hwire]"),
    ])
  func `counts in each of a key's fields`(key: String, yaml: String) throws {
    let row = try #require(Expected.keys.first { $0.key == key })
    #expect(
      DigestSample.changed(DigestSample().text, DigestSample(key, yaml).text) == row.scopes)
  }

  @Test func `counts for the entries of the version alone`() {
    let first = "{version: 2, class: minor, summary: Clearer., class_reason: Words only.}"
    let one = DigestSample("changes", "[\(first)]").text
    for more in [
      "[\(first), {version: 1, class: significant, summary: The first.}]",
      "[{version: 1, class: significant, summary: The first.}, \(first)]",
    ] {
      #expect(DigestSample.changed(one, DigestSample("changes", more).text) == [])
    }
    let further = "{version: 2, class: editorial, summary: More.}"
    for more in ["[\(first), \(further)]", "[\(further), \(first)]"] {
      #expect(DigestSample.changed(one, DigestSample("changes", more).text) == [.release])
    }
  }
}

@Suite struct `A change of a part` {
  @Test(arguments: PartKind.allCases)
  func `changes the scope that covers it, and no other`(kind: PartKind) throws {
    let scopes = try #require(Expected.parts[kind])
    let sample = DigestSample()
    let text = try #require(sample.parts.first { $0.kind == kind }).text
    let longer = DigestSample(kind, text.replacing("e", with: "i", maxReplacements: 1))
    #expect(DigestSample.changed(sample.text, longer.text) == scopes)
    if kind == .moderators { return }
    #expect(DigestSample.changed(sample.text, DigestSample(kind, nil).text) == scopes)
  }

  @Test func `that is unknown changes none`() {
    let one = DigestSample().text
    #expect(DigestSample.changed(one, one + "## Notes\n\nNobody signs this.\n") == [])
  }

  @Test func `is of one scope only: no digest of one scope is that of another`() {
    let digests = DigestSample().digests
    #expect(digests.count == Scope.allCases.count)
    #expect(Set(digests.values).count == digests.count)
  }
}

@Suite struct `The digest of a scope` {
  @Test func `tells a token from braces that only look like one`() {
    func letter(_ name: String) -> String {
      DigestSample(
        .emails, DigestSample.letters.replacing("Hello {{customer.first_name}}", with: name)
      )
      .text
    }
    let token = letter("Hello {{customer.first_name}}")
    for braces in [
      "\\{\\{customer.first_name}}", "&#123;{customer.first_name}}",
      "{<!-- -->{customer.first_name}}", "{\\{customer.first_name}}",
    ] {
      #expect(DigestSample.changed(token, letter("Hello \(braces)")) == [.emails], "\(braces)")
    }
  }

  @Test func `of the release holds every entry of this version, and of no other`() {
    func changes(_ more: String) -> String {
      DigestSample(
        "changes",
        "[{version: 2, class: minor, summary: Clearer., class_reason: Words only.}\(more)]"
      ).text
    }
    let one = changes("")
    let two = changes(", {version: 2, class: editorial, summary: A letter.}")
    #expect(DigestSample.changed(one, two) == [.release])
    #expect(
      DigestSample.changed(two, changes(", {version: 2, class: editorial, summary: Two letters.}"))
        == [.release])
    #expect(
      DigestSample.changed(one, changes(", {version: 1, class: significant, summary: First.}"))
        == [])
  }
}
