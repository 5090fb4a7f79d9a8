/// What an address must be to name a reviewer: exact ASCII `local@domain` in lower case.
///
/// Narrower than RFC 5321: what could be read as something else in the name of a file, in a line of
/// `allowed_signers` or in a shell is left out, so `/`, quotes, `*`, `?`, `!`, `,`, `|` and `#`.
package enum ReviewerAddress {
  /// RFC 5321, 4.5.3.1, in bytes.
  package static let maximumLength = 254
  package static let maximumLocalLength = 64

  package static func isWellFormed(_ address: some StringProtocol) -> Bool {
    let bytes = Array(address.utf8)
    guard bytes.count <= maximumLength, let at = bytes.firstIndex(of: UInt8(ascii: "@")) else {
      return false
    }
    let local = bytes[..<at]
    let labels = bytes[(at + 1)...].split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return (1...maximumLocalLength).contains(local.count)
      && local.allSatisfy { isLetterOrDigit($0) || ".+-_=~%&$^{}".utf8.contains($0) }
      && labels.count > 1
      && labels.allSatisfy { label in
        !label.isEmpty && label.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
      }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
