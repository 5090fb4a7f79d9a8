package import PolicyModel

/// What the public may read of a policy: built from an allow-list, with no room for anything internal.
package struct HelpArticle: Sendable, Encodable {
  package var id: String
  package var title: String
  package var summary: String
  package var theme: Theme
  package var appliesTo: [String]
  package var version: Int
  package var announced: CalendarDate?
  package var effective: CalendarDate?
  package var isUpcoming: Bool
  package var reason: RichText?
  package var scope: RichText?
  package var definitions: [Definition]
  package var allowed: RichText?
  package var rules: [Rule]
  package var exceptions: RichText?
  package var consequences: RichText?
  /// What can happen, mildest first.
  package var actions: [EnforcementAction]
  package var examples: [Example]
  package var questions: [Question]
  package var contest: RichText?
  package var report: RichText?
  package var synonyms: [String]
  /// Ids of published policies only.
  package var related: [String]
  package var changes: [Change]
  /// Every released version, oldest first; `nil` in a preview, which knows of no versions.
  package var versions: [Release]?
  /// Set once the policy has ended.
  package var retired: Publication.Retired?

  package struct Definition: Sendable, Encodable {
    package var term: String
    package var meaning: RichLine
  }

  package struct Rule: Sendable, Encodable {
    package var id: String
    package var text: RichLine
    package var details: RichText?
  }

  package struct Example: Sendable, Encodable {
    package var example: RichLine
    package var verdict: Policy.Verdict
    package var rule: String?
    package var reason: RichLine
  }

  package struct Question: Sendable, Encodable {
    package var question: RichLine
    package var answer: RichText
  }

  package struct Change: Sendable, Hashable, Encodable {
    package var version: Int
    package var changeClass: Policy.Change.Class
    package var summary: String
    /// The day from which it binds, where that is known.
    package var effective: CalendarDate?
  }

  /// - Parameters:
  ///   - entry: the policy.
  ///   - wanted: the one of its versions whose text is wanted; `nil` for the one that its page shows.
  ///   - common: what it inherits from.
  ///   - published: what may be named.
  ///   - workspace: the settings.
  package init(
    _ entry: Publication.Entry, version wanted: Publication.Version? = nil, common: Policy?,
    published: PublishedIndex, workspace: Workspace
  ) {
    let shown = wanted ?? entry.shownVersion
    let policy = wanted?.policy ?? entry.policy
    let facts = policy.facts
    func text(_ kind: PartKind, inherited: Bool = false) -> RichText? {
      RichText(policy.part(kind)?.blocks)
        ?? (inherited ? RichText(common?.part(kind)?.blocks) : nil)
    }
    id = facts.id.value
    title = facts.title?.value ?? facts.id.value
    summary = facts.summary?.value ?? ""
    theme = facts.theme?.value ?? .quality
    appliesTo = facts.appliesTo.isEmpty ? workspace.appliesTo : facts.appliesTo.map(\.value)
    version = shown?.number ?? facts.version?.value ?? 1
    announced = facts.announced?.value
    effective = shown?.from ?? facts.effective?.value
    isUpcoming = entry.isUpcoming || version > entry.policy.facts.version?.value ?? version
    reason = text(.reason)
    scope = text(.scope)
    definitions = policy.definitions.map { .init(term: $0.term, meaning: RichLine($0.meaning)) }
    allowed = text(.allowed)
    rules = policy.rules.map {
      .init(id: $0.id.value, text: RichLine($0.text), details: RichText($0.details))
    }
    exceptions = text(.exceptions)
    consequences = text(.consequences)
    actions = policy.ladder?.actions ?? []
    examples = policy.examples.map {
      .init(
        example: RichLine($0.example), verdict: $0.verdict, rule: $0.rule?.value,
        reason: RichLine($0.reason))
    }
    questions = policy.questions.map {
      .init(question: RichLine($0.question), answer: RichText($0.answer))
    }
    contest = text(.contest, inherited: true)
    report = text(.report, inherited: true)
    synonyms = facts.synonyms.map(\.value)
    related = facts.related.map(\.value).filter { published[$0].map { $0.retired == nil } ?? false }
    changes = Self.changes(of: entry)
    versions =
      entry.versions.isEmpty ? nil : entry.versions.map { Release($0, of: entry.policy.id) }
    retired = published[entry.policy.id]?.retired
  }

  /// The change that readers should know of: the newest that is significant, up to this version.
  package var lastSignificantChange: Change? {
    changes.first {
      $0.changeClass == .significant && $0.effective != nil && $0.version <= version
    }
  }
}
