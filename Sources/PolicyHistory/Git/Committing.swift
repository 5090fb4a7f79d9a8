package import PolicyModel

extension GitRepository {
  /// A file to commit: its path from the folder, and its bytes; `nil` removes it.
  package struct NewFile: Sendable, Hashable {
    package let path: String
    package let bytes: [UInt8]?
    package let mode: FileMode

    package init(path: String, bytes: [UInt8]?, mode: FileMode = .file) {
      self.path = path
      self.bytes = bytes
      self.mode = mode
    }
  }

  /// Commits these files and nothing else onto the branch that is checked out, and gives its id.
  ///
  /// The commit is made from an index of its own, so that other staged changes stay as they are; no
  /// hook, filter or signer runs. The branch moves only if nobody else has moved it. The files in
  /// the working tree are the caller's matter. `author` is the user, unless it is given.
  ///
  /// Throws `notCommitted`, `noIdentity`, `damaged` and `failed`.
  package func commit(
    _ files: [NewFile], message: String, author: Identity? = nil
  ) async throws(GitError) -> ObjectID {
    try refuseUnfinishedWork()
    let committer = try await userIdentity()
    let parent = try await head()
    var entries: [UInt8] = []
    for file in files { entries += try await indexEntry(for: file) }

    let tree = try await writeTree(on: parent, entries)
    if let parent, try await git(["rev-parse", parent.hex + "^{tree}"]).line() == tree {
      throw GitError(.notCommitted, "there is nothing to commit")
    }
    let id = try await writeCommit(
      tree: tree, parent: parent, author: author ?? committer, committer: committer,
      message: message)
    try await moveBranch(from: parent, to: id, message: message)
    do {
      _ = try await indexUpdate(entries).output()
    } catch {
      let names = files.map { prefix + $0.path }.joined(separator: " ")
      throw GitError(
        .failed, "commit \(id.short) was made, but the index was not brought up to date: \(error)",
        help: "Run `git reset -- \(GitMessage.clean(Array(names.utf8)))` at the top.")
    }
    return id
  }

  /// Throws what keeps ``commit(_:message:author:)`` from any commit, before there is one to make.
  package func refuseCommit() async throws(GitError) {
    try refuseUnfinishedWork()
    _ = try await userIdentity()
  }

  private func refuseUnfinishedWork() throws(GitError) {
    guard workTree != nil else {
      throw GitError(.notCommitted, "a bare repository has no working tree to commit from")
    }
    let signs = ["MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "rebase-merge", "rebase-apply"]
    guard !signs.contains(where: { FilePlaces.exists(gitDirectory + "/" + $0) }) else {
      throw GitError(
        .notCommitted, "a merge, rebase or cherry-pick is not finished",
        help: "Finish it or abort it; `git status` says how.")
    }
    guard !FilePlaces.exists(gitDirectory + "/index.lock") else {
      throw GitError(
        .notCommitted, "another program uses the index of git",
        help: "Wait for it to end, or remove `index.lock` from the folder of git.")
    }
  }

  /// Writes the bytes as an object, and gives the line that `update-index --index-info` reads.
  private func indexEntry(for file: NewFile) async throws(GitError) -> [UInt8] {
    guard let bytes = file.bytes else {
      return Array("0 \(nullID)\t\(prefix)\(file.path)\0".utf8)
    }
    let id = try await git(
      ["hash-object", "-w", "-t", "blob", "--no-filters", "--stdin"], input: bytes
    ).line()
    guard id == blobID(of: bytes)?.hex else { throw unexpected("hash-object") }
    return Array("\(file.mode.octal) \(id)\t\(prefix)\(file.path)\0".utf8)
  }

  private func indexUpdate(_ entries: [UInt8]) -> GitProcess {
    git(["update-index", "-z", "--index-info"], input: entries)
  }

  private func writeTree(
    on parent: ObjectID?, _ entries: [UInt8]
  ) async throws(GitError) -> String {
    let name = "\(gitDirectory)/bylaw-index-\(String(UInt64.random(in: 0 ... .max), radix: 36))"
    defer {
      FilePlaces.remove(name)
      FilePlaces.remove(name + ".lock")
    }
    var steps = [git(["read-tree"] + (parent.map { [$0.hex] } ?? ["--empty"]))]
    steps += [indexUpdate(entries), git(["write-tree"])]
    var tree = ""
    for var step in steps {
      step.environment["GIT_INDEX_FILE"] = name
      tree = try await step.line()
    }
    guard ObjectID(tree) != nil else { throw unexpected("write-tree") }
    return tree
  }

  /// git checks the object once more before it writes it.
  private func writeCommit(
    tree: String, parent: ObjectID?, author: Identity, committer: Identity, message: String
  ) async throws(GitError) -> ObjectID {
    var text = "tree \(tree)\n"
    if let parent { text += "parent \(parent.hex)\n" }
    text += "author \(author.text)\ncommitter \(committer.text)\n\n\(message)"
    if !message.utf8.reversed().starts(with: [0x0A]) { text += "\n" }
    let bytes = Array(text.utf8)
    if case .malformed(let reason, _, _, _) = CommitParser.read(bytes) {
      throw GitError(.notCommitted, "the commit would be malformed: \(reason)")
    }
    let line = try await git(["hash-object", "-w", "-t", "commit", "--stdin"], input: bytes).line()
    guard let id = ObjectID(line) else { throw unexpected("hash-object") }
    return id
  }

  private func moveBranch(
    from old: ObjectID?, to new: ObjectID, message: String
  ) async throws(GitError) {
    let branch = try await headReference()
    let first = message.utf8.prefix { $0 != 0x0A }
    let note = "commit: " + GitMessage.clean(Array(first))
    let place = branch.map { [$0] } ?? ["--no-deref", "HEAD"]
    let process = git(
      ["update-ref", "-m", note] + place + [new.hex, old?.hex ?? nullID])
    let ending = try await process.answer().ending
    guard ending.status == 0 else {
      throw GitError(
        .notCommitted, "the branch could not be moved: \(ending.message)",
        help: "If somebody else committed meanwhile, try again.")
    }
  }
}
