internal import Crypto
package import PolicyModel

/// The SHA-256 of what one scope of a policy says: what a sign-off is bound to.
package struct ScopeDigest: Sendable, Hashable, CustomStringConvertible {
  /// `sha256:` and 64 hexadecimal digits.
  package let description: String

  /// The version of the normal form; another one voids every approval, so it changes for no less
  /// than a fault.
  static let version = "bylaw-digest/v1"

  /// The digests of all scopes.
  package static func all(of policy: Policy) -> [Scope: String] {
    var digests: [Scope: String] = [:]
    for scope in Scope.allCases {
      digests[scope] = ScopeDigest(of: policy, scope: scope).description
    }
    return digests
  }

  /// What a policy inherits counts in none of them: `common.md` has sign-offs of its own, and a change of
  /// it asks those who sign it and nobody else.
  package init(of policy: Policy, scope: Scope) {
    var form = NormalForm(tokens: policy.tokens)
    form.add("form", Self.version)
    form.add("scope", scope.rawValue)
    for field in FrontMatterSchema.policy {
      guard field.scope == .all || field.scope == .one(scope) else { continue }
      form.add(key: field.key, of: policy.facts)
    }
    for description in PartKind.descriptions where description.scope == .one(scope) {
      if let part = policy.part(description.kind) {
        form.add("part \(description.kind.rawValue)") { $0.add(part, of: policy) }
      }
    }
    self.init(hashing: form)
  }

  init(hashing form: NormalForm) {
    let hash = SHA256.hash(data: form.bytes)
    description =
      "sha256:"
      + hash.map { byte in
        let digits = String(byte, radix: 16)
        return digits.utf8.count == 1 ? "0" + digits : digits
      }.joined()
  }
}

extension NormalForm {
  mutating func add(_ part: Policy.Part, of policy: Policy) {
    guard part.kind == .emails else { return add(part.blocks) }
    for message in policy.messages {
      add("message \(message.kind.slug)") { form in
        form.add("subject") { $0.add(message.subject?.value ?? []) }
        form.add("preview") { $0.add(message.preview?.value ?? []) }
        for slot in message.says { form.add("says", slot.value) }
        form.add(message.body)
      }
    }
  }

  private mutating func add(_ parts: [MessageTemplate.Part]) {
    for part in parts {
      switch part {
      case .block(let block): add(block)
      case .section(let variable, let isInverted, let inner):
        add("section \(isInverted ? "without" : "with") \(variable.value)") { $0.add(inner) }
      }
    }
  }
}
