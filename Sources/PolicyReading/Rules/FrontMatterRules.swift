package import PolicyModel

extension RuleDescription {
  package static let frontMatterRules: [RuleDescription] = [
    frontMatterMissing, frontMatterUnclosed, yamlSyntax, yamlForbidden, yamlTooLarge, keyUnknown,
    keyMissing, keyDuplicate, valueType, valueUnknown, valueRepeated, dateInvalid,
    researchIncomplete,
    researchContradictory,
  ]

  static let frontMatterMissing = RuleDescription(
    "front-matter-missing", .fixed(.error), "A policy begins with front-matter.",
    why: "It says what the file is and how far it has come. Without it, everything would have to "
      + "be taken for public text.",
    failing: .file("# A policy\n\nSome words.\n"))

  static let frontMatterUnclosed = RuleDescription(
    "front-matter-unclosed", .fixed(.error), "The front-matter ends with a line ---.",
    why: "Where it does not end, no one can tell settings from words.",
    failing: .file("---\nid: open-ended\ntitle: Open ended\n\n## What's allowed\n"))

  static let yamlSyntax = RuleDescription(
    "yaml-syntax", .fixed(.error), "Front-matter and settings are YAML.",
    why: "A value that is read wrongly can change what binds whom, and from when.",
    failing: .frontMatter("title: [unclosed"), passing: .frontMatter("title: Closed"))

  static let yamlForbidden = RuleDescription(
    "yaml-forbidden", .fixed(.error), "YAML here has no anchors, aliases, tags or complex keys.",
    why: "They let one line stand for another, so that a reviewer approves what is not on the "
      + "screen.",
    failing: .frontMatter("summary: &rule Pay here."),
    passing: .frontMatter("summary: Pay here."))

  static let yamlTooLarge = RuleDescription(
    "yaml-too-large", .fixed(.error),
    "A YAML block holds at most 64 KiB, 4,000 values and 12 levels.",
    why: "Beyond that it holds prose that belongs into the body, or it is an attack.",
    failing: .frontMatter("synonyms: [[[[[[[[[[[[[[deep]]]]]]]]]]]]]]"),
    passing: .frontMatter("synonyms: [deep]"))

  static let keyUnknown = RuleDescription(
    "key-unknown", .fixed(.error), "Every key is known.",
    why: "A key with a slip of the pen would be ignored in silence: a date that never binds, a "
      + "group that is never asked.",
    failing: .frontMatter("sumary: Pay here."), passing: .frontMatter("summary: Pay here."))

  static let keyMissing = RuleDescription(
    "key-missing", .fixed(.error), "Every required key is there.",
    why: "Without it the file cannot take its place in the workspace.",
    failing: .frontMatter("basis: [{kind: terms}]"),
    passing: .frontMatter("basis: [{kind: terms, ref: Section 4}]"))

  static let keyDuplicate = RuleDescription(
    "key-duplicate", .fixed(.error), "A key stands once.",
    why: "Of two values only one could count, and readers would not know which.",
    failing: .frontMatter("owner: a@example.com\nowner: b@example.com"),
    passing: .frontMatter("owner: a@example.com"))

  static let valueType = RuleDescription(
    "value-type", .fixed(.error), "A value has the form that its key asks for.",
    why: "Values are text until the key says otherwise, so that `no` or `010` never turn into "
      + "something else.",
    failing: .frontMatter("version: 010"), passing: .frontMatter("version: 1"))

  static let valueUnknown = RuleDescription(
    "value-unknown", .fixed(.error), "A value is one of the known names.",
    why: "An unknown stage or theme would put the policy nowhere.",
    failing: .frontMatter("theme: savety"), passing: .frontMatter("theme: safety"))

  static let valueRepeated = RuleDescription(
    "value-repeated", .fixed(.warning), "A list names each thing once.",
    why:
      "One of the two was meant to be another: a group that is not asked, a person whom the rule "
      + "does not bind.",
    failing: .frontMatter("applies_to: [members, members]"),
    passing: .frontMatter("applies_to: [members]"))

  static let dateInvalid = RuleDescription(
    "date-invalid", .fixed(.error), "A date is a day of the calendar, written YYYY-MM-DD.",
    why: "Dates decide what is in force. A date that rolls over, or that is read the other way "
      + "round, changes what binds people.",
    failing: .frontMatter("effective: 2026-02-30"),
    passing: .frontMatter("announced: 2026-01-01\neffective: 2026-02-28"))

  static let researchIncomplete = RuleDescription(
    "research-incomplete", .fixed(.error), "Research has a title and a finding, or a reason.",
    why: "An entry that says nothing would let a policy pass as well-founded.",
    failing: .frontMatter("research: [{kind: press, title: Three reports}]"),
    passing: .frontMatter("research: [{kind: press, title: Three reports, finding: It is common.}]")
  )

  static let researchContradictory = RuleDescription(
    "research-contradictory", .fixed(.error),
    "Research has a finding or is not applicable, not both.",
    why: "Readers of the record must know whether there was any.",
    failing: .frontMatter(
      "research: [{kind: press, title: T, finding: F, not_applicable: No reports.}]"),
    passing: .frontMatter("research: [{kind: press, not_applicable: No reports.}]"))
}
