/// The sites that one workspace gives, each complete in a folder of its own.
package enum SiteKind: String, Sendable, Hashable, CaseIterable {
  /// For customers: the only public one.
  case help
  case moderators
  case emails

  package var isInternal: Bool { self != .help }

  /// What the host should send with every page. Only letters carry inline styles.
  package var contentSecurityPolicy: String {
    let base = "default-src 'self'; script-src 'self'; object-src 'none'; base-uri 'none'"
    return self == .emails ? base + "; style-src 'self' 'unsafe-inline'" : base
  }
}
