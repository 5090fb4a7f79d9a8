package import PolicyModel

/// The mode of an entry in a tree of git.
package struct FileMode: Sendable, Hashable {
  /// As git writes it in octal digits: `0o100644` for a file.
  package let bits: Int

  package init(bits: Int) { self.bits = bits }

  package static let file = FileMode(bits: 0o100644)
  package static let executable = FileMode(bits: 0o100755)

  /// A file with bytes of its own: no link, no submodule.
  package var isFile: Bool { bits & 0o170000 == 0o100000 }
  package var isLink: Bool { bits == 0o120000 }
  package var isSubmodule: Bool { bits == 0o160000 }

  /// Six octal digits; `nil` for anything else.
  init?(_ digits: some Collection<UInt8>) {
    guard digits.count == 6, digits.allSatisfy({ (0x30...0x37).contains($0) }) else { return nil }
    bits = digits.reduce(0) { $0 << 3 | Int($1 - 0x30) }
  }

  var octal: String { String(bits, radix: 8) }
}

/// What stands at one path of a commit.
package struct TreeEntry: Sendable, Hashable {
  /// From the folder of the repository value, with `/`. Bytes that are not UTF-8 are replaced.
  package let path: String
  package let mode: FileMode
  package let id: ObjectID
}

extension GitRepository {
  /// Everything below the folder in a commit, or below the `paths` in it, in the order of bytes.
  ///
  /// Paths are taken literally. Throws `damaged` and `failed`.
  package func tree(
    at commit: ObjectID, paths: [String] = []
  ) async throws(GitError) -> [TreeEntry] {
    var arguments = ["ls-tree", "-r", "-z", "--full-tree", commit.hex]
    let places = paths.isEmpty && !prefix.isEmpty ? [prefix] : paths.map { prefix + $0 }
    if !places.isEmpty { arguments += ["--"] + places }
    return try await entries(arguments, skipping: prefix.utf8.count)
  }

  /// The files with a name anywhere in a commit, also outside of the folder, with their paths from the
  /// top of the repository.
  ///
  /// Throws `damaged` and `failed`.
  package func files(named name: String, at commit: ObjectID) async throws(GitError) -> [TreeEntry]
  {
    try await entries(["ls-tree", "-r", "-z", "--full-tree", commit.hex], skipping: 0).filter {
      $0.mode.isFile && ($0.path == name || $0.path.hasSuffix("/" + name))
    }
  }

  private func entries(
    _ arguments: [String], skipping count: Int
  ) async throws(GitError) -> [TreeEntry] {
    let bytes = try await git(arguments).output()
    var entries: [TreeEntry] = []
    for line in bytes.split(separator: 0) {
      guard let tab = line.firstIndex(of: 0x09) else { throw unexpected("ls-tree") }
      let fields = line[..<tab].split(separator: 0x20)
      guard fields.count == 3, let mode = FileMode(fields[0]),
        let id = ObjectID(String(decoding: fields[2], as: UTF8.self))
      else { throw unexpected("ls-tree") }
      let path = String(decoding: line[(tab + 1)...].dropFirst(count), as: UTF8.self)
      entries.append(TreeEntry(path: path, mode: mode, id: id))
    }
    return entries
  }

  /// A path of git's without the prefix.
  func place(_ path: ArraySlice<UInt8>) -> String {
    String(decoding: path.dropFirst(prefix.utf8.count), as: UTF8.self)
  }

  func unexpected(_ verb: String) -> GitError {
    GitError(.failed, "`git \(verb)` wrote what was not expected of it")
  }
}
