/// The name of a git object: 40 hexadecimal digits, or 64 in a repository that uses SHA-256.
package struct ObjectID: Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
  /// Lower-case hexadecimal digits.
  package let hex: String

  /// `nil` for anything but 40 or 64 hexadecimal digits.
  package init?(_ hex: some StringProtocol) {
    guard hex.utf8.count == 40 || hex.utf8.count == 64,
      hex.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) })
    else { return nil }
    self.hex = hex.lowercased()
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let id = Self(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an object id")
    }
    self = id
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(hex)
  }

  package var description: String { hex }
  /// The first twelve digits, for people.
  package var short: String { String(hex.prefix(12)) }
  package static func < (left: Self, right: Self) -> Bool { left.hex < right.hex }
}
