/// Who made a commit and when, as its bytes say: no `.mailmap`, no other encoding.
package struct Identity: Sendable, Hashable {
  /// A name is never proof of anything.
  package let name: String
  /// The bytes between the angle brackets.
  package let address: String
  /// Seconds since 1970, UTC.
  package let seconds: Int
  /// The distance from UTC as git writes it, like `+0200`.
  package let zone: String

  package init(name: String, address: String, seconds: Int, zone: String = "+0000") {
    self.name = name
    self.address = address
    self.seconds = seconds
    self.zone = zone
  }

  /// The address in lower case, or `nil` unless it is plain ASCII: Swift would take the sign for
  /// Kelvin for the letter K, so that other addresses must never be compared.
  package var comparableAddress: String? {
    guard !address.isEmpty, address.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      return nil
    }
    return address.lowercased()
  }

  /// As it stands in a commit.
  var text: String { "\(name) <\(address)> \(seconds) \(zone)" }

  /// The last second of the year 9999.
  private static let latest = 253_402_300_799

  /// `Name <address> seconds zone`, as strictly as `git fsck --strict` reads it; else `nil`.
  init?(strict bytes: some BidirectionalCollection<UInt8>) {
    guard let parts = Self.brackets(bytes), bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }),
      let name = String(validating: parts.name, as: UTF8.self),
      let address = String(validating: parts.address, as: UTF8.self),
      parts.rest.first == 0x20
    else { return nil }
    let fields = parts.rest.dropFirst().split(separator: 0x20, omittingEmptySubsequences: false)
    guard fields.count == 2, let seconds = Self.seconds(fields[0]), Self.isZone(fields[1]) else {
      return nil
    }
    self.init(
      name: name, address: address, seconds: seconds,
      zone: String(decoding: fields[1], as: UTF8.self))
  }

  /// What can be made of a line that may be malformed, for people to read. A date that cannot be
  /// read is the first second of 1970, as git shows it.
  init(lenient bytes: some BidirectionalCollection<UInt8>) {
    let open = bytes.firstIndex(of: UInt8(ascii: "<")) ?? bytes.endIndex
    let close = bytes[open...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.endIndex
    let address = open == bytes.endIndex ? bytes[open...] : bytes[open..<close].dropFirst()
    let rest = close == bytes.endIndex ? bytes[close...] : bytes[close...].dropFirst()
    let fields = rest.split(separator: 0x20)
    let seconds = fields.first.flatMap { Self.seconds($0) }
    self.init(
      name: GitMessage.clean(Array(bytes[..<open])), address: GitMessage.clean(Array(address)),
      seconds: seconds ?? 0,
      zone: fields.count == 2 && Self.isZone(fields[1])
        ? String(decoding: fields[1], as: UTF8.self) : "+0000")
  }

  /// Cuts `Name <address>rest`, which has each bracket once and a space before the first.
  static func brackets<Bytes: BidirectionalCollection<UInt8>>(
    _ bytes: Bytes
  ) -> (name: Bytes.SubSequence, address: Bytes.SubSequence, rest: Bytes.SubSequence)? {
    guard let open = bytes.firstIndex(of: UInt8(ascii: "<")),
      let close = bytes.firstIndex(of: UInt8(ascii: ">")), open < close,
      bytes.lastIndex(of: UInt8(ascii: "<")) == open,
      bytes.lastIndex(of: UInt8(ascii: ">")) == close,
      bytes[..<open].last == 0x20
    else { return nil }
    return (
      bytes[..<open].dropLast(), bytes[open..<close].dropFirst(), bytes[close...].dropFirst()
    )
  }

  private static func seconds(_ digits: some Collection<UInt8>) -> Int? {
    guard (1...12).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }),
      digits.count == 1 || digits.first != 0x30
    else { return nil }
    let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return value <= latest ? value : nil
  }

  private static func isZone(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.count == 5 && (bytes.first == UInt8(ascii: "+") || bytes.first == UInt8(ascii: "-"))
      && bytes.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
  }
}
