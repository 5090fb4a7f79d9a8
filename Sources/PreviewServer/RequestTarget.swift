/// The path of a request, decoded once and taken apart, or the reason why it is none.
///
/// A target that came through names a key of the manifest and cannot name anything else: it has no
/// dot segment, no name that begins with a dot, no empty segment, no control character.
struct RequestTarget: Sendable, Equatable {
  /// The decoded names between the slashes.
  let segments: [String]

  /// Whether the path ends with a slash, as `/` does.
  let isDirectory: Bool

  /// The query as it came, with its question mark; empty without one.
  let query: String

  enum Refusal: Error {
    /// Not a path that a browser sends: 400.
    case malformed
    /// A path that may be meant, and never leads to a file: 404.
    case neverServed
  }

  init(_ raw: String) throws(Refusal) {
    guard raw.utf8.first == UInt8(ascii: "/"), raw.utf8.allSatisfy(Self.isVisible) else {
      throw .malformed
    }
    let (path, query) = Self.splitQuery(raw.utf8)
    let decoded = try Self.decode(path)
    var names = decoded.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    isDirectory = names.last == ""
    if isDirectory { names = names.dropLast() }
    for name in names {
      if name == "." || name == ".." { throw .malformed }
      if name.isEmpty || name.hasPrefix(".") { throw .neverServed }
    }
    segments = names.map(String.init)
    self.query = query
  }

  /// The key of the file that the path itself names; nil for a path that ends with a slash.
  var file: String? { isDirectory ? nil : segments.joined(separator: "/") }

  /// The key of the page that stands for the path as a folder.
  var index: String { (segments + ["index.html"]).joined(separator: "/") }

  /// The same path with a slash at its end, encoded anew. It begins with one slash and a name, so
  /// that no browser takes that name for a host.
  var asDirectory: String {
    "/" + segments.map { Self.encode($0) + "/" }.joined() + query
  }

  private static func isVisible(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7f && byte != UInt8(ascii: "\\") && byte != UInt8(ascii: "#")
  }

  private static func splitQuery(
    _ raw: String.UTF8View
  ) -> (path: ArraySlice<UInt8>, query: String) {
    let bytes = Array(raw)
    let mark = bytes.firstIndex(of: UInt8(ascii: "?")) ?? bytes.endIndex
    return (bytes[..<mark], String(decoding: bytes[mark...], as: UTF8.self))
  }

  /// Decodes each `%` once. What would change the meaning of the path is refused, not dropped.
  private static func decode(_ path: ArraySlice<UInt8>) throws(Refusal) -> String {
    var bytes: [UInt8] = []
    var rest = path
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(hexValue),
        let low = rest.popFirst().flatMap(hexValue)
      else { throw .malformed }
      let value = high << 4 | low
      guard value != UInt8(ascii: "/"), value != UInt8(ascii: "\\") else { throw .malformed }
      bytes.append(value)
    }
    guard let text = String(validating: bytes, as: UTF8.self),
      !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else { throw .malformed }
    return text
  }

  private static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  private static func encode(_ name: String) -> String {
    name.utf8.map { byte in
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        scalar.isASCII
        && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          || "-._~".unicodeScalars.contains(scalar))
      if isPlain { return String(Character(scalar)) }
      return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }
}
