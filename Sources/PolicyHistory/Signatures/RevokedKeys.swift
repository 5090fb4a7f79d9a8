/// Keys whose signatures are void, past ones too: the file `revoked_keys`, one public key a line, as
/// `ssh-keygen -Y verify -r` reads it.
///
/// As for ssh-keygen, a file with a line that is no key voids every signature: whom it meant is not
/// known.
package struct RevokedKeys: Sendable, Hashable {
  private var keys: Set<SSHPublicKey> = []
  /// Whether a line could not be read, so that every key counts as revoked.
  package private(set) var isDamaged = false

  /// None.
  package init() {}

  package var fingerprints: Set<String> { Set(keys.map(\.fingerprint)) }

  package func contains(_ key: SSHPublicKey) -> Bool { isDamaged || keys.contains(key) }

  package static func read(
    _ bytes: some Collection<UInt8>
  ) -> (RevokedKeys, [SignersProblem]) {
    var revoked = RevokedKeys()
    guard !bytes.starts(with: "SSHKRL\n\0".utf8) else {
      revoked.isDamaged = true
      return (
        revoked,
        [
          SignersProblem(
            line: 1,
            "A binary revocation list cannot be reviewed. Write the public keys, one on each line: "
              + "`cat old.pub >> revoked_keys`.")
        ]
      )
    }
    let file = SignersLines(bytes, named: "revoked_keys")
    var problems = file.problems
    for (number, fields) in file.lines {
      do {
        revoked.keys.insert(try SSHPublicKey(line: fields.joined(separator: " ")))
      } catch {
        let isFingerprint = fields[0].utf8.starts(with: "SHA256:".utf8)
        problems.append(
          SignersProblem(
            line: number,
            (isFingerprint
              ? "A fingerprint is not the key, and ssh-keygen reads keys alone."
              : error.description)
              + " While it stands here, every key counts as revoked."))
      }
    }
    revoked.isDamaged = !problems.isEmpty
    return (revoked, problems.sorted { $0.line < $1.line })
  }
}
