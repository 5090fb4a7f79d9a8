package import PolicyModel
import PolicyReading

/// Every rule there is. A rule that is not in one of these lists does not exist.
package enum RuleCatalog {
  /// The rules that look at a policy which was read.
  package static let policyRules: [any PolicyRule.Type] = ownRules + [RuleIDClash.self]

  /// Those whose descriptions stand here and nowhere else.
  private static let ownRules: [any PolicyRule.Type] =
    policyArea + lifecycleArea + partsArea + ladderArea + decisionArea + calibrationArea
    + emailArea + linkArea

  /// The rules that look at a translation.
  package static let translationRules: [any TranslationRule.Type] = [
    TranslationMisplaced.self, TranslationLocaleUnknown.self, TranslationPolicyUnknown.self,
    TranslationSourceMissing.self, TranslationStale.self, TranslationPartMissing.self,
    TranslationPartUnknown.self, TranslationRulesDiffer.self, TranslationExamplesDiffer.self,
    TranslationEmailMissing.self, TranslationEmailUnknown.self, TranslationEmailVariables.self,
    TranslationEmailSays.self,
  ]

  /// Those of the rules about policies that hold for any words, whatever the language.
  static let translatedWords: [any PolicyRule.Type] =
    linkArea + [
      SectionEmpty.self, RuleReferenceUnknown.self, EmailSubjectMissing.self,
      EmailSubjectLong.self, EmailPreviewLength.self, EmailPreviewRepeatsSubject.self,
      EmailSaysUnknown.self, EmailVariableUndeclared.self, EmailVariableConditional.self,
      EmailPersonalInSubject.self, EmailReporterNamed.self, EmailNoReply.self,
      EmailExclamation.self, EmailAddressScheme.self, EmailTooLarge.self,
    ]

  /// The rules that look at what landed.
  package static let historyRules: [any HistoryRule.Type] = [
    GateUnmet.self, HistoryRewritten.self, HistoryStepAhead.self, PolicyIDChanged.self,
    PolicyVanished.self,
    RecordChanged.self, RecordLate.self, RecordLost.self, RecordMalformed.self,
    ReleaseAnnouncedLate.self,
    ReleaseClassLowered.self, ReleaseNoticeShortened.self,
    RetiredUnapproved.self, RoundAuthorSurplus.self, RoundGroupsMissing.self,
    RoundNumberReused.self,
    RoundOutcomeUnfounded.self, RoundRewritten.self, RuleIDReused.self, SettingsPassing.self,
    SettingsUnreadable.self,
    StageSkipsMilestone.self, StageWithoutStep.self, VersionFalls.self, VersionJumps.self,
    VersionReused.self, WithdrawInForce.self, WithdrawWithoutStep.self, WordsAuthorUnread.self,
    WordsUnapproved.self,
  ]

  static let commonRules = policyRules.filter { $0.coversCommon }

  /// Every description, those of reading included, by id.
  package static let all: [RuleDescription] =
    (RuleDescription.fileRules + [.fileFindingsLeftOut] + RuleDescription.frontMatterRules
    + RuleDescription.sectionRules + RuleDescription.messageReadingRules
    + RuleDescription.settingsRules + RuleDescription.settingsCheckRules
    + RuleDescription.siteRules + RuleDescription.recordRules
    + RuleDescription.allowanceRules + RuleDescription.changeRules
    + RuleDescription.overdueRules
    + translationRules.map { $0.description } + historyRules.map { $0.description }
    + ownRules.map { $0.description })
    .sorted { $0.id < $1.id }

  private static let byID = Dictionary(
    all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

  static let names = all.map(\.id.name)

  package static func description(of rule: RuleID) -> RuleDescription? { byID[rule] }

  /// Whether findings of that rule can be neither suppressed nor turned down.
  package static func isGuarded(_ rule: RuleID) -> Bool {
    guardedRules.contains(rule) || aboutHistory.contains(rule)
      || RuleArea(of: rule)?.isGuarded ?? false
  }

  /// Whether a rule is about a branch or about what landed, and not about a file.
  package static func isAboutChange(_ rule: RuleID) -> Bool { aboutHistory.contains(rule) }

  /// What has landed is not mended by a setting; `lifecycle.acknowledged` names a landing and a reason.
  private static let aboutHistory = Set(
    historyRules.map { $0.description.id } + RuleDescription.changeRules.map(\.id)
      + RuleDescription.overdueRules.map(\.id))

  /// Two things at one address would overwrite each other, a page is not made from a template or a
  /// text that cannot be read, rules are the same in every language, and an address that can run code
  /// is for nobody.
  private static let guardedRules: Set<RuleID> = [
    "email-address-scheme", "link-scheme", "policy-id-duplicate", "policy-id-reserved",
    "record-keys-malformed", "record-stray", "rule-id-duplicate", "site-page-malformed",
    "site-page-name", "site-template-malformed", "translation-misplaced",
    "translation-rules-differ",
  ]

  /// The rule whose name was most likely meant.
  package static func nearest(to name: String) -> String? { nearestName(to: name, among: names) }

  private static let policyArea: [any PolicyRule.Type] = [
    PolicyIDDuplicate.self, PolicyIDReserved.self, PolicyOwnerMissing.self,
    PolicyOwnerUnknown.self, PolicySummaryMissing.self, PolicySummaryLong.self,
    PolicyAppliesToUnknown.self, PolicyBasisMissing.self, RelatedUnknown.self, RelatedSelf.self,
  ]

  private static let lifecycleArea: [any PolicyRule.Type] = [
    DateOrder.self, DateMissing.self, HistoryMissing.self, HistoryOrder.self,
    HistoryStageMismatch.self, VersionChangeMissing.self, VersionWithdrawn.self,
    ChangesVersionUnknown.self, PolicyReviewLonger.self, ResearchMissing.self,
    RetiredMissing.self, RetiredReplacedByUnknown.self,
  ]

  private static let partsArea: [any PolicyRule.Type] = [
    SectionMissing.self, SectionEmpty.self, RuleReferenceUnknown.self,
    ExampleRuleMissing.self, ConsequencesActionMissing.self, SeverityRuleUncovered.self,
    EscalationRouteUnknown.self,
  ]

  private static let ladderArea: [any PolicyRule.Type] = [
    LadderSeverityMissing.self, LadderSeverityUnknown.self, LadderSeverityDuplicate.self,
    LadderFirstCellBlank.self, LadderMilderLater.self, LadderMilderSeverity.self,
    LadderCountsMissing.self, LadderSkipsWarning.self, LadderSkipsWarningUnneeded.self,
    LadderRefusalUnneeded.self,
  ]

  private static let decisionArea: [any PolicyRule.Type] = [
    DecisionStepUnknown.self, DecisionStepUnreachable.self, DecisionLoop.self,
    DecisionFallsOff.self, DecisionSeverityUnknown.self, DecisionSeverityUnreached.self,
    DecisionPolicyUnknown.self, DecisionAnswerDuplicate.self,
  ]

  private static let calibrationArea: [any PolicyRule.Type] = [
    CalibrationTooFew.self, CalibrationRuleMissing.self, CalibrationSeverityUnknown.self,
    CalibrationRuleSeverity.self, CalibrationActionMismatch.self,
    CalibrationVerdictContradiction.self,
  ]

  private static let emailArea: [any PolicyRule.Type] = [
    EmailMissing.self, EmailSubjectMissing.self, EmailSubjectLong.self, EmailPreviewLength.self,
    EmailPreviewRepeatsSubject.self, EmailSaysUnknown.self, EmailSaysUnfounded.self,
    EmailSlotMissing.self, EmailSlotRefused.self, EmailVariableUndeclared.self,
    EmailVariableConditional.self, EmailPersonalInSubject.self, EmailReporterNamed.self,
    EmailNoReply.self, EmailCustomerService.self, EmailExclamation.self,
    EmailAddressScheme.self, EmailTooLarge.self, EmailSampleUnfit.self,
  ]

  private static let linkArea: [any PolicyRule.Type] = [
    LinkScheme.self, LinkPolicyUnknown.self, LinkAnchorUnknown.self, LinkToUnpublished.self,
    LinkFootnote.self, HTMLRaw.self, ImageAltMissing.self, ImageExternal.self,
    ImageUnknown.self,
  ]
}
