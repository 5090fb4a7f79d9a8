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
  private static let reserved = ["signoffs", "translations", "agreement"].map { "policies/\($0)/" }

  /// - Parameter path: from the workspace's root, with slashes.
  package init(_ path: String) {
    if path.hasPrefix("policies/") {
      self = Self.policies(path)
    } else if path.hasPrefix("site/") {
      self = .theme(String(Substring(path.utf8.dropFirst(5))))
    } else {
      self = path == "bylaw.yml" ? .settings : .other
    }
  }

  private static func policies(_ path: String) -> TreePlace {
    if path == "policies/common.md" { return .common }
    let shape = PathShape(path)
    // Paths are bytes: what follows a slash cannot make it another letter.
    let isReserved = reserved.contains { folder in
      path.hasPrefix(folder) || !shape.isASCII && path.utf8.starts(with: folder.utf8)
    }
    if isReserved { return reserved(path) }
    guard shape.isMarkdown, !shape.isHidden, shape.depth <= 17 else { return .other }
    if shape.nameCount == 9, path.lowercased().hasSuffix("/readme.md") { return .other }
    return .policy
  }

  private static func reserved(_ path: String) -> TreePlace {
    let parts = path.utf8.split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false
    ).dropFirst().map { String(Substring($0)) }
    return switch (parts[0], parts.count) {
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

/// What one look at the bytes of a path tells: histories hold many paths, and each is asked for often.
private struct PathShape {
  var isASCII = true
  /// Whether a file or a folder in it has a name that begins with a dot, or none.
  var isHidden = false
  /// How many names there are, and how many bytes the last one has.
  var depth = 1
  var nameCount = 0
  private var end: UInt32 = 0

  /// Whether it ends in `.md`.
  var isMarkdown: Bool { end & 0xFF_FFFF == 0x2E_6D64 }

  init(_ path: String) {
    for byte in path.utf8 {
      if byte >= 0x80 { isASCII = false }
      end = end << 8 | UInt32(byte)
      if byte == UInt8(ascii: "/") {
        if nameCount == 0 { isHidden = true }
        depth += 1
        nameCount = 0
      } else {
        if nameCount == 0, byte == UInt8(ascii: ".") { isHidden = true }
        nameCount += 1
      }
    }
  }
}
