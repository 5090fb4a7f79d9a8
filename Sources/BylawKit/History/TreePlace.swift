/// What a path of a workspace is for, whether it lies on the disk or in a tree of git.
package enum TreePlace: Sendable, Hashable {
  case settings
  case common
  case policy
  case record(policy: String, name: String)
  case allowedSigners
  case revokedKeys
  case translation(policy: String, locale: String)
  /// The workspace's own theme, by its path below `site/`.
  case theme(String)
  case other

  /// The folders directly below `policies/` that hold no policies.
  static let reservedFolders = ["signoffs", "translations", "agreement"]

  /// - Parameter path: from the workspace's root, with slashes.
  package init(_ path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    switch parts.first {
    case "bylaw.yml" where parts.count == 1: self = .settings
    case "site" where parts.count > 1: self = .theme(parts.dropFirst().joined(separator: "/"))
    case "policies": self = Self.policies(Array(parts.dropFirst()))
    default: self = .other
    }
  }

  private static func policies(_ parts: [String]) -> TreePlace {
    guard let name = parts.last else { return .other }
    if parts.count > 1, reservedFolders.contains(parts[0]) { return reserved(parts) }
    if parts == ["common.md"] { return .common }
    let isHidden = parts.contains { $0.hasPrefix(".") || $0.isEmpty }
    guard name.hasSuffix(".md"), name.lowercased() != "readme.md", !isHidden, parts.count <= 16
    else { return .other }
    return .policy
  }

  private static func reserved(_ parts: [String]) -> TreePlace {
    switch (parts[0], parts.count) {
    case ("signoffs", 2) where parts[1] == "allowed_signers": .allowedSigners
    case ("signoffs", 2) where parts[1] == "revoked_keys": .revokedKeys
    case ("signoffs", 3) where parts[2].hasSuffix(".signoff"):
      .record(policy: parts[1], name: parts[2])
    case ("translations", 3) where parts[2].hasSuffix(".md"):
      .translation(policy: parts[1], locale: String(parts[2].dropLast(3)))
    default: .other
    }
  }
}
