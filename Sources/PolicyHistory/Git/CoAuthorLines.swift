/// Reads the `Co-authored-by` lines of a commit message.
///
/// git takes trailers from the last paragraph and overlooks what is malformed. Here whoever is named
/// anywhere counts: with a line that is overlooked, an author would pass for a reviewer.
enum CoAuthorLines {
  private static let key = Array("co-authored-by".utf8)

  static func read(_ body: ArraySlice<UInt8>) -> CoAuthors {
    var found = CoAuthors()
    for line in body.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D || $0 == 0 }) {
      guard let value = value(of: line) else { continue }
      let people = people(in: value)
      found.people += people
      if people.isEmpty { found.unread.append(GitMessage.clean(Array(value))) }
    }
    return found
  }

  /// What follows the colon of a line that has the key.
  private static func value(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let line = line.drop(while: isSpace)
    guard line.prefix(key.count).map(lowercased) == key else { return nil }
    let rest = line.dropFirst(key.count).drop(while: isSpace)
    guard rest.first == UInt8(ascii: ":") else { return nil }
    return rest.dropFirst().drop(while: isSpace)
  }

  /// All that stands between angle brackets; where nothing does, each word with an `@`.
  private static func people(in value: ArraySlice<UInt8>) -> [CoAuthors.Person] {
    let name = GitMessage.clean(
      Array(value.prefix { $0 != UInt8(ascii: "<") }.reversed().drop(while: isSpace).reversed()))
    var addresses: [ArraySlice<UInt8>] = []
    var rest = value
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      let inner = rest[(open + 1)...]
      let end = inner.firstIndex { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<") }
      addresses.append(inner[..<(end ?? inner.endIndex)])
      rest = inner[(end ?? inner.endIndex)...]
    }
    if addresses.isEmpty {
      addresses = value.split { isSpace($0) || $0 == UInt8(ascii: ",") }
        .filter { $0.contains(UInt8(ascii: "@")) }
    }
    return addresses.map(trimmed).filter { !$0.isEmpty }.map {
      CoAuthors.Person(name: name, address: String(decoding: $0, as: UTF8.self))
    }
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes.drop(while: isSpace)
    while let last = bytes.last, isSpace(last) { bytes.removeLast() }
    return bytes
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
