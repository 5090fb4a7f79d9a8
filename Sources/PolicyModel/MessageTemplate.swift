package import CommonMark

/// What a message is for: one of the five actions, or an outcome.
package enum MessageKind: Sendable, Hashable {
  case action(EnforcementAction)
  case outcome(Outcome)

  package enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
    case education
    case restrictionLifted = "restriction-lifted"
    case reminder
    case appealGranted = "appeal-granted"
    case appealDenied = "appeal-denied"
    case policyChange = "policy-change"
  }

  package static let all: [MessageKind] =
    EnforcementAction.allCases.map { .action($0) } + Outcome.allCases.map { .outcome($0) }

  /// Part of addresses: `timed-restriction`.
  package var slug: String {
    switch self {
    case .action(let action): action.rawValue
    case .outcome(let outcome): outcome.rawValue
    }
  }

  package init?(slug: String) {
    guard let kind = Self.all.first(where: { $0.slug == slug }) else { return nil }
    self = kind
  }

  /// The heading under which it is written.
  package var title: String {
    switch self {
    case .action(let action): action.title
    case .outcome(.education): "Education"
    case .outcome(.restrictionLifted): "Restriction lifted"
    case .outcome(.reminder): "Reminder"
    case .outcome(.appealGranted): "Appeal granted"
    case .outcome(.appealDenied): "Appeal denied"
    case .outcome(.policyChange): "Policy change"
    }
  }

  /// When it is sent.
  package var purpose: String {
    switch self {
    case .action(.notification): "Something needs the customer's attention"
    case .action(.warning): "A rule was broken; the account stays active"
    case .action(.restriction): "Certain activities stop until the customer acts and recommits"
    case .action(.timedRestriction): "Certain activities stop until a date"
    case .action(.block): "The account can no longer be used"
    case .outcome(.education): "A new or changed rule, before anyone broke it"
    case .outcome(.restrictionLifted): "A restriction has ended"
    case .outcome(.reminder): "A timed restriction ends soon"
    case .outcome(.appealGranted): "We were wrong, or the case looks different now"
    case .outcome(.appealDenied): "The decision stands, and why"
    case .outcome(.policyChange): "A policy changes on a date"
    }
  }

  package init?(title: some StringProtocol) {
    let wanted = title.lowercased()
    guard let kind = Self.all.first(where: { $0.title.lowercased() == wanted }) else { return nil }
    self = kind
  }
}

/// One customer e-mail as it is written in the policy, its tokens lifted out.
package struct MessageTemplate: Sendable, Hashable {
  package var kind: MessageKind
  package var subject: Located<[Inline]>?
  package var preview: Located<[Inline]>?
  /// The slots that fixed words fill, as the author declares.
  package var says: [Located<String>]
  package var body: [Part]
  /// The tokens of the file in which it stands: texts refer to them by ``TokenTable``.
  package var tokens: TokenTable
  package var range: SourceRange

  /// A block, or what is sent only if a variable is there, or is not.
  package indirect enum Part: Sendable, Hashable {
    case block(Block)
    case section(variable: Located<String>, isInverted: Bool, [Part])
  }

  package init(
    kind: MessageKind, subject: Located<[Inline]>?, preview: Located<[Inline]>?,
    says: [Located<String>], body: [Part], tokens: TokenTable, range: SourceRange
  ) {
    self.kind = kind
    self.subject = subject
    self.preview = preview
    self.says = says
    self.body = body
    self.tokens = tokens
    self.range = range
  }
}
