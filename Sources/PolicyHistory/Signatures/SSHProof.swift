internal import Crypto
internal import CryptoExtras

/// The innermost part of a signature: an algorithm and its numbers.
struct SSHProof: Sendable, Hashable {
  private enum Form: Sendable, Hashable {
    /// 64 bytes (RFC 8709, 6).
    case ed25519([UInt8])
    /// What a security key adds: flags, and how often it has signed (PROTOCOL.u2f of OpenSSH).
    case heldEd25519([UInt8], flags: UInt8, counter: UInt32)
    /// Two numbers (RFC 5656, 3.1.2).
    case ecdsa([UInt8], [UInt8])
    /// As long as the modulus (RFC 8332, 3).
    case rsa([UInt8], usesSHA512: Bool)
  }

  private let form: Form

  init(_ bytes: [UInt8], of kind: SSHPublicKey.Kind) throws(SSHSignatureError) {
    var reader = SSHWireReader(bytes, of: "signature")
    let algorithm = try reader.name()
    guard Self.algorithms(of: kind).contains(algorithm) else {
      throw SSHSignatureError(
        .unsupported,
        "The signature's algorithm is `\(algorithm)`, which does not count for a key of the type "
          + "`\(kind.rawValue)`.")
    }
    let inner = try reader.string()
    switch kind {
    case .ed25519, .heldEd25519:
      guard inner.count == 64 else { throw reader.error }
      form =
        kind == .ed25519
        ? .ed25519(inner)
        : .heldEd25519(inner, flags: try reader.byte(), counter: try reader.uint32())
    case .p256, .p384, .p521:
      var numbers = SSHWireReader(inner, of: "signature")
      form = .ecdsa(try numbers.positiveInteger(), try numbers.positiveInteger())
      try numbers.end()
    case .rsa:
      form = .rsa(inner, usesSHA512: algorithm == "rsa-sha2-512")
    }
    try reader.end()
  }

  /// `ssh-rsa` as an algorithm is RSA with SHA-1, and does not count.
  private static func algorithms(of kind: SSHPublicKey.Kind) -> [String] {
    kind == .rsa ? ["rsa-sha2-256", "rsa-sha2-512"] : [kind.rawValue]
  }

  /// Whether the private half of `key` made this for `bytes`.
  func holds(
    for bytes: [UInt8], by key: SSHKeyMaterial
  ) throws(SSHSignatureError) -> Bool {
    do {
      switch (form, key) {
      case (.ed25519(let proof), .ed25519(let point)):
        return try Self.holds(proof, for: bytes, by: point)
      case (.heldEd25519(let proof, let flags, let counter), .heldEd25519(let point, let name)):
        guard flags & 1 == 1 else { throw Self.noPresence }
        var signed = Array(SHA256.hash(data: Array(name.utf8))) + [flags]
        signed.appendSSH(counter)
        signed += Array(SHA256.hash(data: bytes))
        return try Self.holds(proof, for: signed, by: point)
      case (.ecdsa(let first, let second), .ecdsa(let curve, let point)):
        guard let proof = Self.joined(first, second, width: curve.width) else { return false }
        return try Self.holds(proof, for: bytes, by: point, of: curve)
      case (.rsa(let proof, let usesSHA512), .rsa(let exponent, let modulus)):
        guard proof.count == modulus.count else { return false }
        let key = try _RSA.Signing.PublicKey(n: modulus, e: exponent)
        let proof = _RSA.Signing.RSASignature(rawRepresentation: proof)
        return usesSHA512
          ? key.isValidSignature(
            proof, for: SHA512.hash(data: bytes), padding: .insecurePKCS1v1_5)
          : key.isValidSignature(
            proof, for: SHA256.hash(data: bytes), padding: .insecurePKCS1v1_5)
      default: return false
      }
    } catch let error as SSHSignatureError {
      throw error
    } catch {
      throw SSHSignatureError(.malformed, "The numbers of the key or of the signature are none.")
    }
  }

  private static let noPresence = SSHSignatureError(
    .noPresence, "The signature was made without a touch of the security key.")

  private static func holds(
    _ proof: [UInt8], for bytes: [UInt8], by point: [UInt8]
  ) throws -> Bool {
    try Curve25519.Signing.PublicKey(rawRepresentation: point)
      .isValidSignature(proof, for: bytes)
  }

  /// The hash goes with the curve (RFC 5656, 6.2.1), and is the one that the library takes for it.
  private static func holds(
    _ proof: [UInt8], for bytes: [UInt8], by point: [UInt8], of curve: SSHKeyMaterial.Curve
  ) throws -> Bool {
    switch curve {
    case .p256:
      try P256.Signing.PublicKey(x963Representation: point)
        .isValidSignature(.init(rawRepresentation: proof), for: SHA256.hash(data: bytes))
    case .p384:
      try P384.Signing.PublicKey(x963Representation: point)
        .isValidSignature(.init(rawRepresentation: proof), for: SHA384.hash(data: bytes))
    case .p521:
      try P521.Signing.PublicKey(x963Representation: point)
        .isValidSignature(.init(rawRepresentation: proof), for: SHA512.hash(data: bytes))
    }
  }

  /// Both numbers in the width of a coordinate; `nil` if one is wider.
  private static func joined(_ first: [UInt8], _ second: [UInt8], width: Int) -> [UInt8]? {
    guard first.count <= width, second.count <= width else { return nil }
    return [first, second].flatMap { Array(repeating: 0, count: width - $0.count) + $0 }
  }
}
