import PolicyModel

/// Every key of `bylaw.yml`.
package enum WorkspaceSchema {
  package static let fields: [Field] = [
    Field(
      "workspace", .slug, required: true,
      "The workspace's name. It is part of every record, so that none can be moved elsewhere."),
    Field("organization", .record(organization), required: true, "Who writes these policies."),
    Field(
      "applies_to", .list(.slug), required: true, "The kinds of people that policies can bind."),
    Field(
      "locales", .map(keys: .locale, .record(locale)),
      "Languages, the source first."),
    Field("sites", .record(sites), "How the sites look, and where they are."),
    Field("people", .map(keys: .address, .record(person)), "Everyone who owns or signs policies."),
    Field("groups", .map(keys: .slug, .record(group)), "Who is consulted, by group."),
    Field("lifecycle", .record(lifecycle), required: true, "What each gate asks for."),
    Field("signoffs", .record(signoffs), "How a sign-off proves who made it."),
    Field(
      "escalation", .list(.text(maximum: 60)), "The routes to which moderators hand over a case."),
    Field(
      "emails", .record(emails), required: true, "The sender, and what letters can be filled with."),
    Field(
      "sections", headings, "Headings for the parts of a policy, in place of the default ones."),
    Field("profiles", .list(.slug), "Sets of checks that are on for every policy."),
    Field(
      "rules", .map(keys: .slug, .oneOf(["off", "advice", "warning", "error"], what: "a weight")),
      "How much a finding weighs here."),
  ]

  private static let organization = [
    Field("name", .text(maximum: 80), required: true, "The organisation's name."),
    Field("contact", .address, required: true, "Where readers can write to."),
    Field("time_zone", .timeZone, "The zone of all dates, by its IANA name. Default: UTC."),
  ]

  private static let headings = Shape.map(
    keys: .oneOf(PartKind.allCases.map(\.rawValue), what: "a part of a policy"),
    .text(maximum: 80))

  private static let locale = [
    Field(
      "groups", .list(.slug),
      "Who approves translations. All languages but the first need it; nobody is written as []."),
    Field("sections", headings, "The headings of the parts in this language."),
    Field("name", .text(maximum: 40), "What the language calls itself. Default: its tag."),
    Field(
      "words",
      .map(
        keys: .oneOf(PageWord.allCases.map(\.rawValue), what: "a word of a page"),
        .text(maximum: 300)),
      "The fixed words of pages and letters. Default: in English."),
    Field(
      "months", .list(.text(maximum: 20)),
      "The names of the twelve months. Without them, days are written YYYY-MM-DD."),
    Field(
      "applies_to", .map(keys: .slug, .text(maximum: 60)),
      "The names of those whom policies bind. Default: as `applies_to` has them."),
    Field(
      "samples", FrontMatterSchema.samples,
      "What previews of translated letters show in place of variables. Default: as in the source."),
  ]

  private static let sites = [
    Field("accent", .color, "The colour of links. Default: #2f5d8a."),
    Field("help", .record(help), "The help site."),
  ]

  private static let help = [
    Field("title", .text(maximum: 80), "Its name. Default: the organisation's name and Help."),
    Field("url", .url, "Where it will stand, for addresses in feeds and e-mails."),
    Field("feedback", .url, "Where readers can say how to improve a page."),
  ]

  private static let person = [
    Field("name", .text(maximum: 80), required: true, "The person's name."),
    Field("also", .list(.address), "Further addresses, such as the forge's."),
  ]

  private static let group = [
    Field("name", .text(maximum: 80), required: true, "The group's name."),
    Field("members", .list(.address), required: true, "Its members' addresses."),
  ]

  private static let lifecycle =
    gates(isTheme: false) + [
      Field("enforced_since", .text(maximum: 64), "The commit before which nothing is judged."),
      Field(
        "acknowledged",
        .list(
          .record([
            Field("commit", .text(maximum: 64), required: true, "The commit that it is about."),
            Field("rule", .slug, required: true, "The name of the finding."),
            Field("reason", .text(maximum: 600), required: true, "Why it stands."),
          ])), "Findings about the past that the workspace knows of."),
      Field(
        "themes",
        .map(
          keys: .oneOf(Theme.allCases.map(\.rawValue), what: "a theme"),
          .record(gates(isTheme: true))),
        "What differs for a theme; keys that are not given are the general ones."),
    ]

  /// The gates. Lists of groups have no default: "nobody" is written as `[]`.
  private static func gates(isTheme: Bool) -> [Field] {
    let isRequired = !isTheme
    func groups(_ meaning: String) -> Field {
      Field("groups", .list(.slug), required: isRequired, meaning)
    }
    let scopes = ["article", "workflow", "emails", "release"]
    return [
      Field(
        "comprehensive",
        .record([
          Field(
            "research",
            .list(
              .oneOf(Policy.Evidence.Kind.allCases.map(\.rawValue), what: "a kind of research")),
            "The kinds of research that every policy needs.")
        ]), "The gate out of research."),
      Field(
        "good_fit",
        .record([
          Field("rounds", .wholeNumber(0...99), "How many closed rounds it takes. Default: 2."),
          groups("Whose approval the rule needs."),
        ]), required: isRequired, "The gate out of development."),
      Field(
        "performable",
        .record([
          Field("rounds", .wholeNumber(0...99), "How many closed rounds it takes. Default: 1."),
          Field(
            "groups",
            .record(
              scopes.map {
                Field($0, .list(.slug), required: isRequired, "Whose approval `\($0)` needs.")
              }),
            required: isRequired, "Whose approval each scope needs."),
          Field("calibration", .wholeNumber(0...999), "How many cases it takes. Default: 3."),
          Field("notice", .period, "From announcement to effect. Default: 15 days."),
          Field(
            "notice_significant", .period, "The same for significant changes. Default: 30 days."),
        ]), required: isRequired, "The gate out of implementation."),
      Field(
        "living",
        .record([
          Field("review_every", .period, "How often policies are reviewed. Default: 6 months."),
          groups("Who reviews them."),
        ]), required: isRequired, "The periodic review."),
      Field(
        "urgent",
        .record([
          groups("Who must sign an urgent release."),
          Field("within", .period, "When the ordinary gates must be passed. Default: 14 days."),
        ]), required: isRequired, "Releases that cannot wait for the gates."),
      Field(
        "retire", .record([groups("Who must agree.")]), required: isRequired, "The end of a policy."
      ),
      Field(
        "overrule", .record([groups("Whose members may overrule an objection.")]),
        required: isRequired, "Objections that are not followed."),
    ]
  }

  private static let signoffs = [
    Field(
      "proof", .oneOf(Workspace.Proof.allCases.map(\.rawValue), what: "a kind of proof"),
      "An SSH signature, or the commit that brought the record. Default: signature."),
    Field(
      "forge_committers", .list(.address), "Committers of the forge, where the proof is the commit."
    ),
  ]

  private static let emails = [
    Field("from", .mailbox, required: true, "The sender: Name <address>."),
    Field(
      "variables", .map(keys: .variable, .record(variable)),
      "Variables in addition to the built-in ones, or other samples for those."),
  ]

  private static let variable = [
    Field(
      "type", .oneOf(Variable.Kind.allCases.map(\.rawValue), what: "a type of variable"),
      required: true, "What it holds."),
    Field("sample", .text(maximum: 2_000), required: true, "What previews show."),
    Field(
      "samples",
      .map(
        keys: .oneOf(MessageKind.all.map(\.slug), what: "a letter"), .text(maximum: 2_000)),
      "What the previews of single letters show instead."),
    Field("max", .wholeNumber(1...10_000), "The most characters that it can have."),
    Field("fallback", .text(maximum: 2_000), "What stands for it where there is no value."),
    Field("personal", .flag, "Whether it is personal data. Default: false."),
  ]
}
