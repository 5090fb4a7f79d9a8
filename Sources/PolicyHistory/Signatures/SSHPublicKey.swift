internal import Crypto

/// A public key as OpenSSH writes it. Equal keys have equal blobs: a key with two spellings is not
/// read.
package struct SSHPublicKey: Sendable, Hashable {
  /// The types of keys that can sign a record, by their names in OpenSSH.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case ed25519 = "ssh-ed25519"
    /// Held by a security key.
    case heldEd25519 = "sk-ssh-ed25519@openssh.com"
    case p256 = "ecdsa-sha2-nistp256"
    case p384 = "ecdsa-sha2-nistp384"
    case p521 = "ecdsa-sha2-nistp521"
    case rsa = "ssh-rsa"
  }

  package let kind: Kind
  /// The key in the encoding of RFC 4253, 6.6.
  package let blob: [UInt8]
  let material: SSHKeyMaterial

  /// `ssh-ed25519`, and so on.
  package var type: String { kind.rawValue }

  /// Reads `ssh-ed25519 AAAA… comment`: a line of a `.pub` file, without options.
  package init(line: some StringProtocol) throws(SSHSignatureError) {
    let fields = line.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    guard let type = fields.first.map({ String(decoding: $0, as: UTF8.self) }), fields.count > 1
    else {
      throw SSHSignatureError(
        .malformed, "A public key is a type and a key, such as `ssh-ed25519 AAAA…`.")
    }
    guard Kind(rawValue: type) != nil else { throw Self.unsupported(type) }
    guard let blob = StrictBase64.decode(Array(fields[1])) else {
      throw SSHSignatureError(.malformed, "The key is damaged: it is not Base64.")
    }
    try self.init(blob: blob)
    guard self.type == type else {
      throw SSHSignatureError(
        .malformed, "The key is of the type \(self.type), and its line says \(type).")
    }
  }

  package init(blob: [UInt8]) throws(SSHSignatureError) {
    var reader = SSHWireReader(blob, of: "key")
    let type = try reader.name()
    guard let kind = Kind(rawValue: type) else { throw Self.unsupported(type) }
    material = try SSHKeyMaterial(kind, from: &reader)
    try reader.end()
    self.kind = kind
    self.blob = blob
  }

  /// `SHA256:` and 43 characters, as `ssh-keygen -l` prints it.
  package var fingerprint: String {
    "SHA256:" + StrictBase64.encode(Array(SHA256.hash(data: blob)), padded: false)
  }

  /// The key as a line, without a comment.
  package var line: String { "\(type) \(StrictBase64.encode(blob))" }

  private static func unsupported(_ type: String) -> SSHSignatureError {
    let shown = type.utf8.count <= 60 && type.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    let isCertificate = type.contains("-cert-")
    return SSHSignatureError(
      .unsupported,
      (shown ? "`\(type)` is no type of key that counts" : "This type of key does not count")
        + (isCertificate ? ": certificates are not followed" : "")
        + ". Use Ed25519, also on a security key, ECDSA, or RSA of 3072 bits or more.")
  }
}
