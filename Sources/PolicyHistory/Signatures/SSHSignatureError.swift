/// Why a signature or a key does not count.
package struct SSHSignatureError: Error, Sendable, Hashable, CustomStringConvertible {
  package enum Reason: Sendable, Hashable {
    /// Not what OpenSSH writes: cut off, changed, or with something behind it.
    case malformed
    /// A type of key, of signature or of hash that is not accepted.
    case unsupported
    /// A key that is too short.
    case weakKey
    /// Made for another purpose.
    case otherNamespace
    /// Made without anyone touching the security key.
    case noPresence
    /// Of another text, or by another key.
    case mismatch
  }

  package let reason: Reason
  /// A whole sentence.
  package let description: String

  package init(_ reason: Reason, _ description: String) {
    self.reason = reason
    self.description = description
  }
}
