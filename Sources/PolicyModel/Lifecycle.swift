/// What the gates ask for, by workspace and by theme.
package struct Lifecycle: Sendable, Hashable {
  package struct Requirements: Sendable, Hashable {
    /// The kinds of research that *comprehensive* needs.
    package var research: [Policy.Evidence.Kind]
    /// How many closed rounds *a good fit* needs, and whose approval.
    package var goodFitRounds: Int
    package var goodFitGroups: [String]
    package var performableRounds: Int
    /// By scope: `article`, `workflow`, `emails`, `release`.
    package var performableGroups: [Scope: [String]]
    /// How many calibration cases *performable* needs.
    package var calibration: Int
    package var notice: Period
    package var noticeSignificant: Period
    package var reviewEvery: Period
    package var livingGroups: [String]
    package var urgentGroups: [String]
    package var urgentWithin: Period
    package var retireGroups: [String]
    package var overruleGroups: [String]

    package init(
      research: [Policy.Evidence.Kind], goodFitRounds: Int, goodFitGroups: [String],
      performableRounds: Int, performableGroups: [Scope: [String]], calibration: Int,
      notice: Period, noticeSignificant: Period, reviewEvery: Period, livingGroups: [String],
      urgentGroups: [String], urgentWithin: Period, retireGroups: [String],
      overruleGroups: [String]
    ) {
      self.research = research
      self.goodFitRounds = goodFitRounds
      self.goodFitGroups = goodFitGroups
      self.performableRounds = performableRounds
      self.performableGroups = performableGroups
      self.calibration = calibration
      self.notice = notice
      self.noticeSignificant = noticeSignificant
      self.reviewEvery = reviewEvery
      self.livingGroups = livingGroups
      self.urgentGroups = urgentGroups
      self.urgentWithin = urgentWithin
      self.retireGroups = retireGroups
      self.overruleGroups = overruleGroups
    }
  }

  /// A finding about the past that the workspace knows of.
  package struct Acknowledged: Sendable, Hashable, Codable {
    package var commit: String
    package var rule: RuleID
    package var reason: String

    package init(commit: String, rule: RuleID, reason: String) {
      self.commit = commit
      self.rule = rule
      self.reason = reason
    }
  }

  package var general: Requirements
  /// A theme's requirements, the general ones merged in.
  package var themes: [Theme: Requirements]
  /// The commit before which nothing is judged.
  package var enforcedSince: String?
  package var acknowledged: [Acknowledged]

  package init(
    general: Requirements, themes: [Theme: Requirements], enforcedSince: String?,
    acknowledged: [Acknowledged]
  ) {
    self.general = general
    self.themes = themes
    self.enforcedSince = enforcedSince
    self.acknowledged = acknowledged
  }

  package func requirements(for theme: Theme?) -> Requirements {
    theme.flatMap { themes[$0] } ?? general
  }
}
