package import PolicyModel

/// A commit and its parents, as history has them.
package struct CommitLine: Sendable, Hashable {
  package let commit: ObjectID
  package let parents: [ObjectID]

  /// Each parent to compare with; one that is `nil` for a commit without parents.
  var comparisons: [ObjectID?] { parents.isEmpty ? [nil] : parents }
}

extension GitRepository {
  /// The changes of commits against given parents, below `paths`, in the order of `pairs`.
  ///
  /// One process for all. Plumbing with object ids only: no configuration reaches it, and it starts
  /// nothing. Throws `damaged` and `failed`.
  package func changes(
    of pairs: [(commit: ObjectID, parent: ObjectID?)], paths: [String]
  ) async throws(GitError) -> [[FileChange]] {
    guard !pairs.isEmpty else { return [] }
    let input = pairs.map { pair in
      pair.commit.hex + (pair.parent.map { " " + $0.hex } ?? "") + "\n"
    }
    let places = paths.isEmpty ? (prefix.isEmpty ? [] : [prefix]) : paths.map { prefix + $0 }
    let process = git(
      [
        "diff-tree", "--stdin", "-r", "--root", "--raw", "-z", "--always", "--no-renames",
        "--no-abbrev", "--ignore-submodules=none", "--",
      ] + places, input: Array(input.joined().utf8))
    var reader = RawDiffReader(repository: self, commits: pairs.map(\.commit))
    let ending = try await process.run { (bytes) throws(GitError) in try reader.read(bytes) }
    guard ending.status == 0 else { throw process.failure(ending) }
    return try reader.finish()
  }
}

/// Reads what `git diff-tree --stdin --raw -z --always` writes, as it comes: the id of a commit, then
/// for each change `:old-mode new-mode old-id new-id status` and a path, each with a NUL behind it.
private struct RawDiffReader {
  let repository: GitRepository
  let commits: [ObjectID]
  private var lists: [[FileChange]] = []
  private var field: [UInt8] = []
  private var pending: ArraySlice<UInt8>?

  init(repository: GitRepository, commits: [ObjectID]) {
    self.repository = repository
    self.commits = commits
    lists.reserveCapacity(commits.count)
  }

  mutating func read(_ bytes: [UInt8]) throws(GitError) {
    var start = 0
    while let end = bytes[start...].firstIndex(of: 0) {
      try take(field.isEmpty ? bytes[start..<end] : (field + bytes[start..<end])[...])
      field.removeAll()
      start = end + 1
    }
    field += bytes[start...]
  }

  func finish() throws(GitError) -> [[FileChange]] {
    guard lists.count == commits.count, field.isEmpty, pending == nil else {
      throw repository.unexpected("diff-tree")
    }
    return lists
  }

  private mutating func take(_ field: ArraySlice<UInt8>) throws(GitError) {
    if let meta = pending {
      pending = nil
      guard !lists.isEmpty, let change = change(meta, path: field) else {
        throw repository.unexpected("diff-tree")
      }
      lists[lists.count - 1].append(change)
    } else if field.first == UInt8(ascii: ":") {
      pending = field.dropFirst()
    } else {
      guard lists.count < commits.count, field.elementsEqual(commits[lists.count].hex.utf8) else {
        throw repository.unexpected("diff-tree")
      }
      lists.append([])
    }
  }

  private func change(_ meta: ArraySlice<UInt8>, path: ArraySlice<UInt8>) -> FileChange? {
    let fields = meta.split(separator: 0x20)
    guard fields.count == 5, let oldMode = FileMode(fields[0]), let newMode = FileMode(fields[1]),
      let old = ObjectID(String(decoding: fields[2], as: UTF8.self)),
      let new = ObjectID(String(decoding: fields[3], as: UTF8.self))
    else { return nil }
    let place = repository.place(path)
    func entry(_ mode: FileMode, _ id: ObjectID) -> TreeEntry? {
      mode.bits == 0 ? nil : TreeEntry(path: place, mode: mode, id: id)
    }
    return FileChange(path: place, old: entry(oldMode, old), new: entry(newMode, new))
  }
}
