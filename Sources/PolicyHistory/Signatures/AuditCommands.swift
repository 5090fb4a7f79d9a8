/// The commands by which an auditor verifies a record with stock tools, in a POSIX shell.
package struct AuditCommands: Sendable, Hashable {
  /// The path of the `.signoff` file, from where the commands are run.
  package var record: String
  package var reviewer: String
  /// The path of `allowed_signers`.
  package var signers: String
  /// The path of `revoked_keys`; `nil` where there is no such file.
  package var revoked: String?

  package init(record: String, reviewer: String, signers: String, revoked: String?) {
    self.record = record
    self.reviewer = reviewer
    self.signers = signers
    self.revoked = revoked
  }

  /// To be run in this order, in one shell. The last one's status is 0 if, and only if, ssh-keygen
  /// accepts the signature.
  package var lines: [String] { ["signature=$(mktemp)", extract, verify] }

  private static let mark = "/^-----BEGIN SSH SIGNATURE-----/"

  /// Writes the signature to the file whose name `$signature` holds.
  package var extract: String {
    "sed -n '\(Self.mark),$p' < \(Self.quoted(record)) > \"$signature\""
  }

  /// Asks ssh-keygen about it.
  package var verify: String {
    var verify =
      "ssh-keygen -Y verify -f \(Self.quoted(signers)) -I \(Self.quoted(reviewer))"
      + " -n \(SSHSignature.recordNamespace)"
    if let revoked { verify += " -r \(Self.quoted(revoked))" }
    return "sed '\(Self.mark),$d' < \(Self.quoted(record)) | \(verify) -s \"$signature\""
  }

  /// One word to a shell, whatever it holds; plain where it is plain.
  static func quoted(_ word: String) -> String {
    let plain = Array("-_./@+:=".utf8)
    let isPlain = word.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte) || plain.contains(byte)
    }
    return isPlain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
