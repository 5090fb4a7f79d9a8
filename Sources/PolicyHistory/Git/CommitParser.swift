internal import PolicyModel

/// Reads the bytes of a commit.
///
/// Where a header stands twice, git takes the last and others the first. An `encoding` shows other
/// words than are there, and git stops at a NUL while the object goes on. All of that is refused.
struct CommitParser {
  private struct Malformed: Error {
    let reason: String
    init(_ reason: String) { self.reason = reason }
  }

  static func read(_ bytes: [UInt8]) -> CommitReading {
    do {
      return .sound(try commit(bytes))
    } catch let error as Malformed {
      return malformed(bytes, error.reason)
    } catch {
      return malformed(bytes, "it cannot be read")
    }
  }

  private static func commit(_ bytes: [UInt8]) throws -> RawCommit {
    guard !bytes.contains(0) else { throw Malformed("it contains a NUL byte") }
    let (headers, body) = cut(bytes)
    var rest = headers[...]
    func next(_ name: String) -> ArraySlice<UInt8>? {
      let key = Array((name + " ").utf8)
      guard let line = rest.first, line.starts(with: key) else { return nil }
      rest = rest.dropFirst()
      return line.dropFirst(key.count)
    }
    guard let tree = next("tree").flatMap(objectID) else { throw Malformed("it names no tree") }
    var parents: [ObjectID] = []
    while let value = next("parent") {
      guard let parent = objectID(value) else { throw Malformed("a parent is no object id") }
      parents.append(parent)
    }
    let author = try identity(next("author"), "author")
    let committer = try identity(next("committer"), "committer")
    try check(rest)
    guard let message = String(validating: body, as: UTF8.self) else {
      throw Malformed("its message is not UTF-8")
    }
    return RawCommit(
      tree: tree, parents: parents, author: author, committer: committer, message: message,
      coAuthors: CoAuthorLines.read(body))
  }

  private static func identity(
    _ line: ArraySlice<UInt8>?, _ role: String
  ) throws -> Identity {
    guard let line else { throw Malformed("it names no \(role)") }
    guard let identity = Identity(strict: line) else {
      throw Malformed("its \(role) is not `Name <address> seconds zone`")
    }
    return identity
  }

  /// Headers after the committer, such as a signature: none that gives the rest another meaning.
  private static func check(_ headers: ArraySlice<ArraySlice<UInt8>>) throws {
    var isFirst = true
    for line in headers {
      defer { isFirst = false }
      if line.first == 0x20 {
        if isFirst { throw Malformed("its committer goes on in a second line") }
        continue
      }
      let name = String(decoding: line.prefix { $0 != 0x20 }, as: UTF8.self)
      if ["tree", "parent", "author", "committer"].contains(name.lowercased()) {
        throw Malformed("`\(name.lowercased())` stands in it twice, or out of order")
      }
      if name.lowercased() == "encoding" { throw Malformed("it has an encoding of its own") }
    }
  }

  // MARK: Pieces

  /// The lines before the first empty one, and all after it.
  static func cut(_ bytes: [UInt8]) -> (headers: [ArraySlice<UInt8>], body: ArraySlice<UInt8>) {
    var headers: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if end == start { return (headers, bytes[(end + 1)...]) }
      headers.append(bytes[start..<end])
      start = end + 1
    }
    return (headers, [])
  }

  private static func malformed(_ bytes: [UInt8], _ reason: String) -> CommitReading {
    let (headers, body) = cut(bytes)
    func identity(_ name: String) -> Identity {
      let key = Array((name + " ").utf8)
      let line = headers.first { $0.starts(with: key) }
      return Identity(lenient: line?.dropFirst(key.count) ?? [])
    }
    var coAuthors = CoAuthorLines.read(body)
    for line in headers.filter({ $0.starts(with: Array("author ".utf8)) }).dropFirst() {
      let other = Identity(lenient: line.dropFirst(7))
      coAuthors.people.append(.init(name: other.name, address: other.address))
    }
    return .malformed(
      reason: reason, author: identity("author"), committer: identity("committer"),
      coAuthors: coAuthors)
  }

  private static func objectID(_ bytes: ArraySlice<UInt8>) -> ObjectID? {
    ObjectID(String(decoding: bytes, as: UTF8.self))
  }
}
