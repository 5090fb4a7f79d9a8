internal import PolicyModel

/// One line of `allowed_signers`: `ana@example.com [namespaces="bylaw-signoff"] ssh-ed25519 AAAA…`.
struct SignersLine {
  let reviewer: String
  let key: SSHPublicKey

  /// - Parameter fields: the words of the line, at least one.
  /// - Throws: why the line lists nobody.
  init(_ fields: [String]) throws(SSHSignatureError) {
    if let objection = Self.objection(toName: fields[0]) {
      throw SSHSignatureError(.unsupported, objection)
    }
    var rest = fields.dropFirst()
    if let options = rest.first, !Self.isType(options), rest.count > 1 {
      if let objection = Self.objection(toOptions: options) {
        throw SSHSignatureError(.unsupported, objection)
      }
      rest = rest.dropFirst()
    }
    let key = try SSHPublicKey(line: rest.joined(separator: " "))
    try key.material.requireStrength()
    self.reviewer = fields[0]
    self.key = key
  }

  /// The key that stands on the line, whatever else does.
  static func key(in fields: [String]) -> SSHPublicKey? {
    guard
      let index = fields.dropFirst().firstIndex(where: {
        SSHPublicKey.Kind(rawValue: $0) != nil
      })
    else { return nil }
    do {
      return try SSHPublicKey(line: fields[index...].joined(separator: " "))
    } catch {
      return nil  // The line itself says what is wrong with it.
    }
  }

  /// Whether a word is meant as the type of a key.
  private static func isType(_ word: String) -> Bool {
    ["ssh-", "ecdsa-", "sk-", "rsa-"].contains { word.utf8.starts(with: $0.utf8) }
  }

  private static func objection(toName name: String) -> String? {
    if name.utf8.contains(where: { "*?".utf8.contains($0) }) {
      return "A pattern names nobody in particular. Write one address on each line."
    }
    if name.utf8.first == UInt8(ascii: "!") {
      return "A negated name lists nobody. Write one address on each line."
    }
    if name.utf8.contains(UInt8(ascii: ",")) {
      return "A line names one person. Give each a line and a key of their own."
    }
    if name.utf8.contains(UInt8(ascii: "\"")) { return "Write the address without quotes." }
    return ReviewerAddress.isWellFormed(name)
      ? nil : "A line begins with the reviewer's e-mail address, in lower-case ASCII."
  }

  private static func objection(toOptions options: String) -> String? {
    let name = options.utf8.prefix { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ",") }
    switch String(decoding: name, as: UTF8.self).lowercased() {
    case "cert-authority":
      return "Certificates are not followed. List the key of each reviewer."
    case "valid-after", "valid-before":
      return "A date does not end a key, as a signature's date is a claim. Take the line out, or "
        + "list the key in `revoked_keys`."
    case "namespaces":
      return allowsRecords(options)
        ? nil
        : "The line must allow the namespace: `namespaces=\"\(SSHSignature.recordNamespace)\"`."
    default:
      return "The only option of a line is `namespaces=\"\(SSHSignature.recordNamespace)\"`."
    }
  }

  /// Whether it is exactly a list of names without patterns, with that of records in it.
  private static func allowsRecords(_ option: String) -> Bool {
    let bytes = option.utf8
    let before = "namespaces=\"".utf8
    guard bytes.starts(with: before), bytes.last == UInt8(ascii: "\""),
      bytes.count > before.count + 1
    else { return false }
    let names = bytes.dropFirst(before.count).dropLast()
      .split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    let allowed = Array("-._@".utf8)
    return names.allSatisfy { name in
      !name.isEmpty
        && name.allSatisfy { byte in
          (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
            || (0x61...0x7A).contains(byte) || allowed.contains(byte)
        }
    } && names.contains { $0.elementsEqual(SSHSignature.recordNamespace.utf8) }
  }
}
