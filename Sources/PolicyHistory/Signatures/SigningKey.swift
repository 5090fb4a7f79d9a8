/// The key that someone signs with, as `--key` or git's `user.signingkey` names it.
package enum SigningKey: Sendable, Hashable {
  /// A private key, or a public one whose other half an agent holds.
  case file(String)
  /// A public key whose other half an agent holds.
  case inAgent(SSHPublicKey)

  /// The value of `--key`: a path, from the working directory or from the home folder (`~/`).
  package static func option(
    _ path: String, home: String?
  ) throws(SigningError) -> SigningKey {
    guard !path.isEmpty else { throw SigningError("`--key` needs the path of a key.", help: help) }
    return .file(try expanded(path, home: home))
  }

  /// The value of `user.signingkey` in the global configuration of git: `key::ssh-ed25519 AAAA…`, the
  /// same without `key::`, or a path that does not depend on the working directory.
  package static func configured(
    _ value: String, home: String?
  ) throws(SigningError) -> SigningKey {
    let prefix = "key::"
    let isMarked = value.utf8.starts(with: prefix.utf8)
    if isMarked || value.utf8.starts(with: "ssh-".utf8) {
      let line = isMarked ? String(value.dropFirst(prefix.count)) : value
      do {
        return .inAgent(try SSHPublicKey(line: line))
      } catch {
        throw SigningError(
          "git's `user.signingkey` holds a key that cannot be used. \(error.description)",
          help: help)
      }
    }
    let path = try expanded(value, home: home)
    guard path.utf8.first == UInt8(ascii: "/") else {
      throw SigningError(
        "git's `user.signingkey` is neither an SSH key nor a path that begins with `/` or `~/`.",
        help: help)
    }
    return .file(path)
  }

  private static let help =
    "Give `--key FILE`, or run `git config --global user.signingkey ~/.ssh/id_ed25519.pub`."

  private static func expanded(
    _ path: String, home: String?
  ) throws(SigningError) -> String {
    guard !path.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
      throw SigningError("The path of the key holds a control character.", help: help)
    }
    guard path.utf8.first == UInt8(ascii: "~") else { return path }
    guard path.utf8.starts(with: "~/".utf8) else {
      throw SigningError("`\(path)`: another person's home folder is not looked up.", help: help)
    }
    guard let home, home.utf8.first == UInt8(ascii: "/") else {
      throw SigningError(
        "`\(path)` lies in the home folder, and `HOME` does not say where that is.", help: help)
    }
    return home + path.dropFirst()
  }
}
