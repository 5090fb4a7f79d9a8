/// The five actions that can be taken on an account, mildest first.
package enum EnforcementAction: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
  case notification, warning, restriction
  case timedRestriction = "timed-restriction"
  case block

  package var title: String {
    switch self {
    case .notification: "Notification"
    case .warning: "Warning"
    case .restriction: "Restriction"
    case .timedRestriction: "Timed restriction"
    case .block: "Block"
    }
  }

  /// What it means for the account, in one sentence for the person who holds it.
  package var meaning: String {
    switch self {
    case .notification: "Something needs your attention; nothing on your account changes."
    case .warning:
      "You went against the terms and may have to change something; your account stays active."
    case .restriction:
      "Some things stop until you put the matter right and recommit to the terms."
    case .timedRestriction: "Some things stop until a date that we tell you."
    case .block: "You can no longer use the platform."
    }
  }

  package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .notification: 0
    case .warning: 1
    case .restriction: 2
    case .timedRestriction: 3
    case .block: 4
    }
  }

  /// Reads the name as people write it, in any case.
  package init?(title: some StringProtocol) {
    let wanted = title.lowercased()
    guard let action = Self.allCases.first(where: { $0.title.lowercased() == wanted }) else {
      return nil
    }
    self = action
  }
}

/// An action as a ladder prescribes it: with its length or its ground where it has one.
package struct Sanction: Sendable, Hashable, Codable {
  package enum Ground: String, Sendable, Hashable, Codable { case serious, refused }

  package var action: EnforcementAction
  /// How long a timed restriction lasts.
  package var duration: Period?
  /// Why a block: the offence is serious, or the customer refused to abide.
  package var ground: Ground?

  package init(_ action: EnforcementAction, duration: Period? = nil, ground: Ground? = nil) {
    self.action = action
    self.duration = duration
    self.ground = ground
  }

  package var title: String {
    var title = action.title
    if let duration { title += ", \(duration)" }
    if let ground { title += " (\(ground.rawValue))" }
    return title
  }
}
