package import CommonMark

/// The settings of a workspace, as `bylaw.yml` gives them.
package struct Workspace: Sendable, Hashable {
  package var id: String
  package var organization: Organization
  package var appliesTo: [String]
  /// The first is the source.
  package var locales: [Locale]
  package var sites: Sites
  /// By lower-cased address.
  package var people: [String: Person]
  package var groups: [String: Group]
  package var lifecycle: Lifecycle
  package var proof: Proof
  package var forgeCommitters: [String]
  package var escalation: [String]
  package var emails: Emails
  /// Headings that the workspace uses in place of the default ones.
  package var headings: [PartKind: String]
  package var profiles: [String]
  /// Findings turned up, down or off (`nil`).
  package var severities: [RuleID: Severity?]
  /// Where `bylaw.yml` names each of those rules.
  package var severityRanges: [RuleID: SourceRange] = [:]

  package struct Organization: Sendable, Hashable, Codable {
    package var name: String
    package var contact: String
    /// An IANA name, such as `Europe/Dublin`.
    package var timeZone: String

    package init(name: String, contact: String, timeZone: String) {
      self.name = name
      self.contact = contact
      self.timeZone = timeZone
    }
  }

  package struct Locale: Sendable, Hashable {
    /// A BCP 47 tag.
    package var tag: String
    /// Who approves translations into it.
    package var groups: [String]
    package var headings: [PartKind: String]
    /// What the language calls itself, such as `Français`.
    package var name: String?
    /// The fixed words of pages; what is missing stands there in English.
    package var words: [PageWord: String] = [:]
    /// The names of the months, or none.
    package var months: [String] = []
    /// The names of those whom policies bind.
    package var appliesTo: [String: String] = [:]
    /// What previews of its letters show in place of variables.
    package var samples = LetterSamples()

    package init(tag: String, groups: [String], headings: [PartKind: String]) {
      self.tag = tag
      self.groups = groups
      self.headings = headings
    }

    package subscript(_ word: PageWord) -> String { words[word] ?? word.english }

    /// The direction in which the language is written.
    package var direction: String {
      let language = tag.split(separator: "-").first.map(String.init) ?? tag
      return ["ar", "fa", "he", "ur", "yi", "ps", "dv"].contains(language) ? "rtl" : "ltr"
    }
  }

  package struct Sites: Sendable, Hashable {
    /// `#rrggbb`
    package var accent: String
    package var helpTitle: String
    package var helpURL: String?
    package var feedback: String?

    package init(accent: String, helpTitle: String, helpURL: String?, feedback: String?) {
      self.accent = accent
      self.helpTitle = helpTitle
      self.helpURL = helpURL
      self.feedback = feedback
    }
  }

  package struct Person: Sendable, Hashable {
    package var name: String
    /// Further addresses, such as the forge's.
    package var also: [String]

    package init(name: String, also: [String]) {
      self.name = name
      self.also = also
    }
  }

  package struct Group: Sendable, Hashable {
    package var name: String
    package var members: [String]

    package init(name: String, members: [String]) {
      self.name = name
      self.members = members
    }
  }

  /// How a sign-off proves who made it.
  package enum Proof: String, Sendable, Hashable, Codable, CaseIterable {
    case signature, commit
  }

  package struct Emails: Sendable, Hashable {
    package var from: String
    /// The built-in variables and the workspace's, by name.
    package var variables: [String: Variable]

    package init(from: String, variables: [String: Variable]) {
      self.from = from
      self.variables = variables
    }
  }

  package init(
    id: String, organization: Organization, appliesTo: [String], locales: [Locale], sites: Sites,
    people: [String: Person], groups: [String: Group], lifecycle: Lifecycle, proof: Proof,
    forgeCommitters: [String], escalation: [String], emails: Emails,
    headings: [PartKind: String], profiles: [String], severities: [RuleID: Severity?]
  ) {
    self.id = id
    self.organization = organization
    self.appliesTo = appliesTo
    self.locales = locales
    self.sites = sites
    self.people = people
    self.groups = groups
    self.lifecycle = lifecycle
    self.proof = proof
    self.forgeCommitters = forgeCommitters
    self.escalation = escalation
    self.emails = emails
    self.headings = headings
    self.profiles = profiles
    self.severities = severities
  }

  /// The languages into which policies are translated.
  package var targetLocales: ArraySlice<Locale> { locales.dropFirst() }

  package func targetLocale(_ tag: String) -> Locale? { targetLocales.first { $0.tag == tag } }

  /// What `kind` is called in a language: by its own heading, else by that of the workspace.
  package func heading(of kind: PartKind, in locale: Locale) -> String {
    locale.headings[kind] ?? heading(of: kind)
  }

  package var sourceLocale: Locale {
    locales.first ?? Locale(tag: "en", groups: [], headings: [:])
  }

  /// What `kind` is called in this workspace.
  package func heading(of kind: PartKind) -> String {
    headings[kind] ?? kind.description.heading
  }
}
