/// The five themes of Trust & Safety policy: each policy belongs to exactly one.
package enum Theme: String, Sendable, Hashable, Codable, CaseIterable {
  case safety, security, integrity, quality
  case platformMisuse = "platform-misuse"

  package var title: String {
    switch self {
    case .safety: "Safety"
    case .security: "Security"
    case .integrity: "Integrity"
    case .quality: "Quality"
    case .platformMisuse: "Platform misuse"
    }
  }

  /// The theme in one sentence for readers.
  package var summary: String {
    switch self {
    case .safety: "Keeping people from physical and psychological harm."
    case .security: "Keeping people from harm online and to their money."
    case .integrity: "Keeping dealings honest and fair."
    case .quality: "Keeping this a professional and organised place to work."
    case .platformMisuse: "Using the platform and its tools as they are intended."
    }
  }
}
