/// The armor around a signature, as `ssh-keygen -Y sign` writes it (PROTOCOL.sshsig of OpenSSH).
enum SSHArmor {
  /// In bytes. The longest that is accepted, of an RSA key of 8,192 bits, has about 3,000.
  static let maximumSize = 16 * 1024
  private static let first = "-----BEGIN SSH SIGNATURE-----"
  private static let last = "-----END SSH SIGNATURE-----"
  /// ssh-keygen breaks lines at 70; others, as e-mail does, at 76.
  private static let maximumWidth = 76

  static func decode(_ armored: [UInt8]) throws(SSHSignatureError) -> [UInt8] {
    guard armored.count <= maximumSize else {
      throw SSHSignatureError(.malformed, "The signature is longer than any that is accepted.")
    }
    var lines = armored.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.removeFirst().elementsEqual(first.utf8) else {
      throw SSHSignatureError(.malformed, "The signature does not begin with `\(first)`.")
    }
    guard lines.popLast()?.isEmpty == true, lines.popLast()?.elementsEqual(last.utf8) == true else {
      throw SSHSignatureError(
        .malformed, "The signature does not end with the line `\(last)`, or something follows it.")
    }
    guard lines.allSatisfy({ (1...maximumWidth).contains($0.count) }),
      let blob = StrictBase64.decode(Array(lines.joined()))
    else {
      throw SSHSignatureError(.malformed, "The signature is damaged: its lines are not Base64.")
    }
    return blob
  }
}
