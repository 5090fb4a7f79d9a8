internal import Crypto

/// A signature of `ssh-keygen -Y sign` (PROTOCOL.sshsig of OpenSSH), read strictly: whatever is
/// accepted here, `ssh-keygen -Y verify` accepts.
package struct SSHSignature: Sendable, Hashable {
  /// The namespace of records: a signature for anything else is none of a record.
  package static let recordNamespace = "bylaw-signoff"

  package let publicKey: SSHPublicKey
  package let namespace: String
  private let hash: Hash
  private let proof: SSHProof

  private enum Hash: String, Sendable, Hashable {
    case sha256, sha512
  }

  /// Reads the armored signature: its first line to its last, with a line feed behind it and nothing
  /// else. Says nothing about whose it is.
  package static func parse(armored: [UInt8]) throws(SSHSignatureError) -> SSHSignature {
    try SSHSignature(blob: try SSHArmor.decode(armored))
  }

  private init(blob: [UInt8]) throws(SSHSignatureError) {
    var reader = SSHWireReader(blob, of: "signature")
    guard try reader.take(Self.magic.count) == Self.magic, try reader.uint32() == 1 else {
      throw SSHSignatureError(
        .malformed, "This is no signature of `ssh-keygen -Y sign`, or one of a later version.")
    }
    publicKey = try SSHPublicKey(blob: try reader.string())
    namespace = try reader.name()
    guard !namespace.isEmpty, try reader.string().isEmpty else { throw reader.error }
    let hashName = try reader.name()
    guard let hash = Hash(rawValue: hashName) else {
      throw SSHSignatureError(
        .unsupported, "The signature hashes its text with `\(hashName)`, not SHA-256 or SHA-512.")
    }
    self.hash = hash
    proof = try SSHProof(try reader.string(), of: publicKey.kind)
    try reader.end()
  }

  /// Returns if the holder of ``publicKey`` signed exactly these bytes for `namespace`, and the key is
  /// strong enough. Who holds the key, and whether it was revoked, is another question.
  package func verify(
    _ message: some Collection<UInt8>, namespace: String = recordNamespace
  ) throws(SSHSignatureError) {
    guard self.namespace == namespace else {
      throw SSHSignatureError(
        .otherNamespace,
        "The signature was made for `\(self.namespace)`; one of a record is for `\(namespace)`.")
    }
    try publicKey.material.requireStrength()
    let message = Array(message)
    let digest: [UInt8] =
      switch hash {
      case .sha256: Array(SHA256.hash(data: message))
      case .sha512: Array(SHA512.hash(data: message))
      }
    var signed = Self.magic
    signed.appendSSH(string: namespace.utf8)
    signed.appendSSH(string: [])
    signed.appendSSH(string: hash.rawValue.utf8)
    signed.appendSSH(string: digest)
    guard try proof.holds(for: signed, by: publicKey.material) else {
      throw SSHSignatureError(
        .mismatch, "The signature is of another text, or its key is not the one that it names.")
    }
  }

  private static let magic = Array("SSHSIG".utf8)
}
