/// Takes values off the front of what SSH encodes (RFC 4251, 5), and refuses what has two spellings.
struct SSHWireReader {
  private var bytes: ArraySlice<UInt8>
  /// What is read, as messages name it.
  private let what: String

  init(_ bytes: some Sequence<UInt8>, of what: String) {
    self.bytes = Array(bytes)[...]
    self.what = what
  }

  var error: SSHSignatureError {
    SSHSignatureError(.malformed, "The \(what) is damaged: it is not as OpenSSH writes it.")
  }

  mutating func take(_ count: Int) throws(SSHSignatureError) -> [UInt8] {
    guard count <= bytes.count else { throw error }
    defer { bytes = bytes.dropFirst(count) }
    return Array(bytes.prefix(count))
  }

  mutating func byte() throws(SSHSignatureError) -> UInt8 { try take(1)[0] }

  mutating func uint32() throws(SSHSignatureError) -> UInt32 {
    try take(4).reduce(0) { $0 << 8 | UInt32($1) }
  }

  mutating func string() throws(SSHSignatureError) -> [UInt8] {
    try take(Int(try uint32()))
  }

  /// A name in printable ASCII, which may be empty.
  mutating func name() throws(SSHSignatureError) -> String {
    let bytes = try string()
    guard bytes.count <= 255, bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { throw error }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The magnitude of a number above zero, without leading zeros, most significant byte first. An
  /// `mpint` has a zero in front if, and only if, it would be negative otherwise.
  mutating func positiveInteger() throws(SSHSignatureError) -> [UInt8] {
    let bytes = try string()
    guard let first = bytes.first, first < 0x80 else { throw error }
    guard first == 0 else { return bytes }
    guard bytes.count > 1, bytes[1] >= 0x80 else { throw error }
    return Array(bytes.dropFirst())
  }

  /// Nothing may follow.
  func end() throws(SSHSignatureError) {
    guard bytes.isEmpty else { throw error }
  }
}

extension [UInt8] {
  mutating func appendSSH(_ number: UInt32) {
    append(contentsOf: [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) })
  }

  /// A `string` with its length before it. Callers hand on what was read, or names of their own, so
  /// that the length fits.
  mutating func appendSSH(string: some Collection<UInt8>) {
    appendSSH(UInt32(clamping: string.count))
    append(contentsOf: string)
  }
}
