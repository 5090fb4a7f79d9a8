package import PolicyModel

/// What a moderator needs to handle a case under one policy, the public wording beside it.
package struct Workflow: Sendable {
  package var id: String
  package var title: String
  package var summary: String
  package var theme: Theme
  package var version: Int
  package var effective: CalendarDate?
  package var isUpcoming: Bool
  package var synonyms: [String]
  package var rules: [HelpArticle.Rule]
  package var allowed: RichText?
  package var exceptions: RichText?
  package var severities: [SeverityLevel]
  package var ladder: Ladder?
  package var decision: Decision?
  package var calibration: [Policy.CalibrationCase]
  package var escalation: [Policy.EscalationRow]
  package var evidence: RichText?
  package var checklist: RichText?
  /// Set once the policy has ended.
  package var retired: Publication.Retired?
  /// Restricted: never outside the moderators' site.
  package var signals: RichText?
  package var background: RichText?
  /// The days on which any of its words were amended, oldest first.
  package var amended: [CalendarDate]

  /// The workflow of the version that `article` shows.
  package init(_ entry: Publication.Entry, article: HelpArticle) {
    let own = entry.versions.first { $0.number == article.version }
    let policy = own?.policy ?? entry.policy
    id = article.id
    title = article.title
    summary = article.summary
    theme = article.theme
    version = article.version
    effective = article.effective
    isUpcoming = article.isUpcoming
    synonyms = article.synonyms
    rules = article.rules
    allowed = article.allowed
    exceptions = article.exceptions
    severities = policy.severities.sorted { $0.number < $1.number }
    ladder = policy.ladder
    decision = policy.decision
    calibration = policy.calibration
    escalation = policy.escalation
    retired = article.retired
    evidence = RichText(policy.part(.evidence)?.blocks)
    checklist = RichText(policy.part(.checklist)?.blocks)
    signals = RichText(policy.part(.signals)?.blocks)
    background = RichText(policy.part(.background)?.blocks)
    amended = own?.amendedInside ?? []
  }

  /// The action that holds the first time at `severity`.
  package func firstStep(at severity: Int) -> Ladder.Step? {
    ladder?.rows.first { $0.severity == severity }?.resolved.first
  }
}
