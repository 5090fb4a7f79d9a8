package import PolicyModel
import PolicyReading

/// The policy, or the common text, that a translation puts into other words.
package struct TranslationSource: Sendable {
  package let policy: Policy
  /// Of the scopes that are translated.
  package let digests: [Scope: String]

  package init(_ policy: Policy) { self.init(policy, digests: ScopeDigest.all(of: policy)) }

  package init(_ policy: Policy, digests: [Scope: String]) {
    self.policy = policy
    self.digests = digests.translated(of: policy.id)
  }

  /// The value of the `source` of a translation that was made from these words.
  package var line: String {
    let pairs = Scope.translated(of: policy.id).compactMap { scope in
      digests[scope].map { "\(scope.rawValue): \($0)" }
    }
    return "{\(pairs.joined(separator: ", "))}"
  }

  /// The scopes of which the translation says something else.
  func changes(since origin: [Scope: String]) -> [Scope] {
    Scope.translated(of: policy.id).filter { digests[$0] != origin[$0] }
  }
}
