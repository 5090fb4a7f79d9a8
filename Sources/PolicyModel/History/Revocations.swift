/// The keys whose signatures are void, past ones too: all that any landing ever revoked.
package struct Revocations: Sendable, Hashable, Codable {
  /// Fingerprints, `SHA256:…`.
  package var keys: Set<String>
  /// Whether the list that stands at the end cannot be read, so that nobody knows which keys it means.
  package var coversAll: Bool

  package init(keys: Set<String> = [], coversAll: Bool = false) {
    self.keys = keys
    self.coversAll = coversAll
  }

  package func contains(_ key: String) -> Bool { coversAll || keys.contains(key) }
}
