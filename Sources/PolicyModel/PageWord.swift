/// The fixed words of an article page: what neither the policy nor its translation says.
///
/// The raw value is the key in `locales.<tag>.words` of bylaw.yml. Braces are filled in.
package enum PageWord: String, Sendable, Hashable, Codable, CaseIterable {
  // The frame of the page.
  case skip, search, site, policies
  case aToZ = "a-z"
  case changes, contents, related
  case languages
  case sender
  case actions
  case howPoliciesAreMade = "how-policies-are-made"
  case feed
  // What stands under the title and at the end.
  case date
  case firstDay = "first-day"
  case and
  case appliesTo = "applies-to"
  case version
  case inForceSince = "in-force-since"
  case allVersions = "all-versions"
  case improve
  // What a reader must know first.
  case stale
  case original
  case ended
  case notInForce = "not-in-force"
  case changing
  // The table of examples.
  case example, verdict, rule, why
  case allowed
  case notAllowed = "not-allowed"
  // Themes.
  case safety, security, integrity, quality
  case platformMisuse = "platform-misuse"
  // What can happen: the name of an action, and its meaning.
  case notification, warning, restriction
  case timedRestriction = "timed-restriction"
  case block
  case notificationMeaning = "notification-meaning"
  case warningMeaning = "warning-meaning"
  case restrictionMeaning = "restriction-meaning"
  case timedRestrictionMeaning = "timed-restriction-meaning"
  case blockMeaning = "block-meaning"

  /// What stands there where a language has no words of its own.
  package var english: String {
    switch self {
    case .skip: "Skip to content"
    case .search: "Search"
    case .site: "Site"
    case .policies: "Policies"
    case .aToZ: "A–Z"
    case .changes: "Changes"
    case .contents: "On this page"
    case .related: "Related"
    case .languages: "Languages"
    case .sender: "{organization} Trust & Safety"
    case .actions: "Trust & Safety actions"
    case .howPoliciesAreMade: "How our policies are made"
    case .feed: "Changes as a feed"
    case .date: "{day} {month} {year}"
    case .firstDay: "1"
    case .and: "and"
    case .appliesTo: "For {names}"
    case .version: "Version {number}"
    case .inForceSince: "In force since {date}"
    case .allVersions: "All versions"
    case .improve: "Help us improve this page"
    case .stale: "The original has changed since this translation was made."
    case .original: "Read the original"
    case .ended: "This policy ended on {date}."
    case .notInForce: "This is not in force yet. It binds from {date}."
    case .changing: "From {date} this changes."
    case .example: "Example"
    case .verdict: "Verdict"
    case .rule: "Rule"
    case .why: "Why"
    case .allowed: "Allowed"
    case .notAllowed: "Not allowed"
    case .safety: Theme.safety.title
    case .security: Theme.security.title
    case .integrity: Theme.integrity.title
    case .quality: Theme.quality.title
    case .platformMisuse: Theme.platformMisuse.title
    case .notification: EnforcementAction.notification.title
    case .warning: EnforcementAction.warning.title
    case .restriction: EnforcementAction.restriction.title
    case .timedRestriction: EnforcementAction.timedRestriction.title
    case .block: EnforcementAction.block.title
    case .notificationMeaning: EnforcementAction.notification.meaning
    case .warningMeaning: EnforcementAction.warning.meaning
    case .restrictionMeaning: EnforcementAction.restriction.meaning
    case .timedRestrictionMeaning: EnforcementAction.timedRestriction.meaning
    case .blockMeaning: EnforcementAction.block.meaning
    }
  }
}
