internal import Crypto

/// The SHA-256 of values in order, for a later run that asks whether they are still the same.
package struct ContentDigest: Sendable {
  private var hash = SHA256()

  package init() {}

  /// With its length, so that no two lists of values are the same bytes.
  package mutating func add(_ bytes: [UInt8]) {
    hash.update(data: Array("\(bytes.count):".utf8))
    hash.update(data: bytes)
  }

  package mutating func add(_ text: String) { add(Array(text.utf8)) }

  /// 32 hexadecimal digits.
  package var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    let bytes = hash.finalize().prefix(16).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: bytes, as: UTF8.self)
  }
}
