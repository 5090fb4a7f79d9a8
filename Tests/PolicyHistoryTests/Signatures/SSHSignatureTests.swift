import Crypto
import Testing
import TestSupport

@testable import PolicyHistory

@Suite("SSH signatures")
struct SSHSignatureTests {
  static let message = Array("bylaw-record/v1\npolicy: pay-outside\n\nÄ text.\n".utf8)
  static let types = [
    "ed25519", "ecdsa-256", "ecdsa-384", "ecdsa-521", "rsa-3072", "rsa-4096",
  ]

  @Test("of every type of key are read and verified as ssh-keygen does", arguments: types)
  func good(type: String) throws {
    let ring = try KeyRing()
    let line = try ring.makeKey(type)
    let key = try SSHPublicKey(line: line)
    for hash in ["sha256", "sha512"] {
      let armored = try ring.sign(
        Self.message, with: type, options: ["-O", "hashalg=\(hash)"])
      let signature = try SSHSignature.parse(armored: armored)
      #expect(signature.publicKey == key)
      #expect(signature.namespace == "bylaw-signoff")
      try signature.verify(Self.message)
      try signature.verify(Self.message[...])
      #expect(try ring.accepts(Self.message, armored, signers: "\(KeyRing.reviewer) \(line)\n"))
    }
    let shown = try ring.run(["ssh-keygen", "-lf", ring.path("\(type).pub")]).output
    #expect(shown.split(separator: " ")[1] == key.fingerprint)
    #expect(line == key.line + " a comment")
  }

  @Test(
    "of another text, another purpose or another key are refused",
    arguments: ["ed25519", "ecdsa-256", "rsa-3072"])
  func bad(type: String) throws {
    let ring = try KeyRing()
    _ = try ring.makeKey(type)
    let armored = try ring.sign(Self.message, with: type)
    #expect(refusal(Self.message + [0x0A], armored)?.reason == .mismatch)
    #expect(refusal([], armored)?.reason == .mismatch)
    let other = try ring.sign(Self.message, with: type, namespace: "git")
    #expect(refusal(Self.message, other)?.reason == .otherNamespace)
    #expect(refusal(Self.message, armored + armored)?.reason == .malformed)
    #expect(refusal(Self.message, armored + [0x0A])?.reason == .malformed)
    #expect(refusal(Self.message, Array("\n".utf8) + armored)?.reason == .malformed)
    #expect(refusal(Self.message, [])?.reason == .malformed)
    for count in stride(from: 0, to: armored.count, by: 17) {
      #expect(refusal(Self.message, Array(armored.prefix(count))) != nil)
    }
  }

  @Test("of short RSA keys are refused with their length")
  func shortKey() throws {
    let ring = try KeyRing()
    let line = try ring.makeKey("rsa-2048")
    let armored = try ring.sign(Self.message, with: "rsa-2048")
    #expect(try ring.accepts(Self.message, armored, signers: "\(KeyRing.reviewer) \(line)\n"))
    #expect(
      refusal(Self.message, armored)
        == SSHSignatureError(
          .weakKey, "An RSA key needs 3072 bits or more to count; this one has 2048."))
  }

  /// Whatever bylaw accepts, ssh-keygen accepts. ssh-keygen is asked about each change that bylaw
  /// accepts, and about some that it refuses, so that a broken judge shows.
  @Test(
    "that were changed anywhere are accepted only where ssh-keygen does",
    arguments: types.dropLast())
  func mutations(type: String) throws {
    let ring = try KeyRing()
    let signers = "\(KeyRing.reviewer) \(try ring.makeKey(type))\n"
    let armored = try ring.sign(Self.message, with: type)
    let blob = try SSHArmor.decode(armored)
    #expect(armor(blob) == armored)
    var generator = SeededGenerator(seed: UInt64(type.utf8.reduce(0) { $0 * 31 + Int($1) }))
    for round in 0..<400 {
      let changed =
        round.isMultiple(of: 2)
        ? armor(blob.mutated(using: &generator)) : armored.mutated(using: &generator)
      guard changed != armored else { continue }
      let isAccepted = refusal(Self.message, changed) == nil
      if isAccepted || round.isMultiple(of: 20) {
        let judged = try ring.accepts(Self.message, changed, signers: signers)
        #expect(judged || !isAccepted, "\(String(decoding: changed, as: UTF8.self))")
      }
    }
    for bit in stride(from: 0, to: blob.count * 8, by: 29) {
      var changed = blob
      changed[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(refusal(Self.message, armor(changed)) != nil, "bit \(bit)")
    }
  }

  @Test("of security keys need a touch", arguments: [UInt8(1), 5, 0, 4])
  func securityKey(flags: UInt8) throws {
    let ring = try KeyRing()
    let held = HeldKey()
    let armored = held.sign(Self.message, flags: flags)
    let signers = "\(KeyRing.reviewer) \(held.line)\n"
    #expect(try ring.accepts(Self.message, armored, signers: signers))
    #expect(refusal(Self.message, armored)?.reason == (flags & 1 == 1 ? nil : .noPresence))
    #expect(try SSHPublicKey(line: held.line).kind == .heldEd25519)
    let other = Self.message + [0x0A]
    #expect(try !ring.accepts(other, armored, signers: signers))
    #expect(refusal(other, armored) != nil)
  }

  @Test("of security keys are bound to flags, counter and application")
  func securityKeyChanged() throws {
    let ring = try KeyRing()
    let held = HeldKey()
    let blob = try SSHArmor.decode(held.sign(Self.message, flags: 1))
    let signers = "\(KeyRing.reviewer) \(held.line)\n"
    for index in blob.indices {
      var changed = blob
      changed[index] ^= 0x20
      #expect(refusal(Self.message, armor(changed)) != nil, "byte \(index)")
      if index.isMultiple(of: 19) {
        #expect(try !ring.accepts(Self.message, armor(changed), signers: signers))
      }
    }
  }

  @Test("of types that do not count are refused by name")
  func unsupported() throws {
    var blob: [UInt8] = Array("SSHSIG".utf8)
    blob.appendSSH(1)
    var key: [UInt8] = []
    key.appendSSH(string: "sk-ecdsa-sha2-nistp256@openssh.com".utf8)
    blob.appendSSH(string: key)
    let error = refusal(Self.message, armor(blob))
    #expect(error?.reason == .unsupported)
    #expect(error?.description.contains("`sk-ecdsa-sha2-nistp256@openssh.com`") == true)
  }
}

/// An Ed25519 key in software that signs as a security key does (PROTOCOL.u2f of OpenSSH).
struct HeldKey {
  private let key = Curve25519.Signing.PrivateKey()
  private static let type = "sk-ssh-ed25519@openssh.com"
  private static let application = "ssh:"

  private var blob: [UInt8] {
    var blob: [UInt8] = []
    blob.appendSSH(string: Self.type.utf8)
    blob.appendSSH(string: Array(key.publicKey.rawRepresentation))
    blob.appendSSH(string: Self.application.utf8)
    return blob
  }

  var line: String { "\(Self.type) \(StrictBase64.encode(blob)) in software" }

  func sign(_ message: [UInt8], flags: UInt8) -> [UInt8] {
    var signed = Array("SSHSIG".utf8)
    signed.appendSSH(string: "bylaw-signoff".utf8)
    signed.appendSSH(string: [])
    signed.appendSSH(string: "sha512".utf8)
    signed.appendSSH(string: Array(SHA512.hash(data: message)))
    var held = Array(SHA256.hash(data: Array(Self.application.utf8))) + [flags]
    held.appendSSH(7)
    held += Array(SHA256.hash(data: signed))
    var proof: [UInt8] = []
    proof.appendSSH(string: Self.type.utf8)
    proof.appendSSH(string: (try? key.signature(for: held)).map { Array($0) } ?? [])
    proof.append(flags)
    proof.appendSSH(7)
    var whole = Array("SSHSIG".utf8)
    whole.appendSSH(1)
    whole.appendSSH(string: blob)
    whole.appendSSH(string: "bylaw-signoff".utf8)
    whole.appendSSH(string: [])
    whole.appendSSH(string: "sha512".utf8)
    whole.appendSSH(string: proof)
    return armor(whole)
  }
}

extension [UInt8] {
  /// With one to three small changes: a bit, a byte, one more, one less, a cut.
  fileprivate func mutated(using generator: inout SeededGenerator) -> [UInt8] {
    var bytes = self
    for _ in 0..<Int.random(in: 1...3, using: &generator) where !bytes.isEmpty {
      let index = Int.random(in: 0..<bytes.count, using: &generator)
      let letters = Array("\n\r =AQ+/-\0".utf8)
      let letter = letters[Int.random(in: 0..<letters.count, using: &generator)]
      switch Int.random(in: 0..<7, using: &generator) {
      case 0, 1: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      case 2: bytes[index] = letter
      case 3: bytes.insert(letter, at: index)
      case 4: bytes.remove(at: index)
      case 5: bytes.append(letter)
      default: bytes.swapAt(index, Int.random(in: 0..<bytes.count, using: &generator))
      }
    }
    return bytes
  }
}
