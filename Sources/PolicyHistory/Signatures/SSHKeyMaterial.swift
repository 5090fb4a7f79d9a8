internal import Crypto
internal import CryptoExtras

/// What stands behind the type in a key's blob.
enum SSHKeyMaterial: Sendable, Hashable {
  /// 32 bytes (RFC 8709).
  case ed25519([UInt8])
  /// The same, and for what the security key holds it (PROTOCOL.u2f of OpenSSH).
  case heldEd25519([UInt8], application: String)
  /// A point of the curve of that name, not compressed (RFC 5656).
  case ecdsa(Curve, point: [UInt8])
  /// Exponent and modulus (RFC 4253, 6.6).
  case rsa(exponent: [UInt8], modulus: [UInt8])

  enum Curve: String, Sendable, Hashable {
    case p256 = "nistp256"
    case p384 = "nistp384"
    case p521 = "nistp521"

    /// The length of a coordinate, in bytes.
    var width: Int {
      switch self {
      case .p256: 32
      case .p384: 48
      case .p521: 66
      }
    }
  }

  /// In bits. A shorter one is not accepted by the rules for records.
  static let minimumModulus = 3072
  /// In bits. The library verifies none that is longer.
  static let maximumModulus = 8192
  /// In bits. OpenSSH reads none that is shorter.
  private static let readableModulus = 1024

  init(
    _ kind: SSHPublicKey.Kind, from reader: inout SSHWireReader
  ) throws(SSHSignatureError) {
    switch kind {
    case .ed25519: self = .ed25519(try Self.edwardsPoint(&reader))
    case .heldEd25519:
      self = .heldEd25519(try Self.edwardsPoint(&reader), application: try reader.name())
    case .p256: self = try Self.point(.p256, &reader)
    case .p384: self = try Self.point(.p384, &reader)
    case .p521: self = try Self.point(.p521, &reader)
    case .rsa:
      self = .rsa(
        exponent: try reader.positiveInteger(), modulus: try reader.positiveInteger())
      guard bits >= Self.readableModulus else {
        throw SSHSignatureError(.weakKey, "An RSA key of \(bits) bits is not even read.")
      }
    }
  }

  /// The length of an RSA modulus, in bits; 0 for other keys.
  var bits: Int {
    guard case .rsa(_, let modulus) = self, let first = modulus.first else { return 0 }
    return modulus.count * 8 - first.leadingZeroBitCount
  }

  /// Refuses a key that is well written and not good enough to count.
  func requireStrength() throws(SSHSignatureError) {
    guard case .rsa(let exponent, let modulus) = self else { return }
    guard bits >= Self.minimumModulus else {
      throw SSHSignatureError(
        .weakKey,
        "An RSA key needs \(Self.minimumModulus) bits or more to count; this one has \(bits).")
    }
    guard bits <= Self.maximumModulus else {
      throw SSHSignatureError(
        .unsupported,
        "An RSA key has at most \(Self.maximumModulus) bits to count; this one has \(bits).")
    }
    do {
      _ = try _RSA.Signing.PublicKey(n: modulus, e: exponent)
    } catch {
      throw SSHSignatureError(.malformed, "The key is damaged: its numbers are no RSA key.")
    }
  }

  private static func edwardsPoint(
    _ reader: inout SSHWireReader
  ) throws(SSHSignatureError) -> [UInt8] {
    let bytes = try reader.string()
    guard bytes.count == 32 else { throw reader.error }
    return bytes
  }

  private static func point(
    _ curve: Curve, _ reader: inout SSHWireReader
  ) throws(SSHSignatureError) -> SSHKeyMaterial {
    guard try reader.name() == curve.rawValue else { throw reader.error }
    let point = try reader.string()
    guard point.count == 1 + 2 * curve.width, point.first == 4 else { throw reader.error }
    do {
      switch curve {
      case .p256: _ = try P256.Signing.PublicKey(x963Representation: point)
      case .p384: _ = try P384.Signing.PublicKey(x963Representation: point)
      case .p521: _ = try P521.Signing.PublicKey(x963Representation: point)
      }
    } catch {
      throw SSHSignatureError(.malformed, "The key is damaged: it is no point of its curve.")
    }
    return .ecdsa(curve, point: point)
  }
}
