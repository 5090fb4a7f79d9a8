package import PolicyModel

extension GitRepository {
  /// The commit of `HEAD`, or `nil` where nothing is committed yet. Throws `damaged` and `failed`.
  package func head() async throws(GitError) -> ObjectID? {
    let process = git(["rev-parse", "--verify", "--quiet", "--end-of-options", "HEAD^{commit}"])
    let (ending, bytes) = try await process.answer()
    if ending.status == 0 {
      guard let id = ObjectID(GitProcess.line(bytes)) else { throw unexpected("rev-parse") }
      return id
    }
    guard try await isUnborn() else {
      throw GitError(
        .damaged, "HEAD does not lead to a commit", help: "Run `git fsck` to see what is damaged.")
    }
    return nil
  }

  /// Whether `HEAD` stands for a branch that is not there. One that is there and cannot be read is
  /// not the same.
  private func isUnborn() async throws(GitError) -> Bool {
    let (ending, bytes) = try await git(["symbolic-ref", "--quiet", "HEAD"]).answer()
    guard ending.status == 0 else { return false }
    let branch = GitProcess.line(bytes)
    guard !FilePlaces.exists(try await commonDirectory() + "/" + branch) else { return false }
    let value = git(["rev-parse", "--verify", "--quiet", "--end-of-options", branch])
    return try await value.answer().ending.status != 0
  }

  /// The name of the branch that is checked out, or `nil` where `HEAD` is detached.
  package func currentBranch() async throws(GitError) -> String? {
    guard let reference = try await headReference() else { return nil }
    let start = "refs/heads/"
    return reference.hasPrefix(start) ? String(reference.dropFirst(start.count)) : reference
  }

  /// What `HEAD` stands for, like `refs/heads/main`.
  func headReference() async throws(GitError) -> String? {
    let process = git(["symbolic-ref", "--quiet", "HEAD"])
    let (ending, bytes) = try await process.answer()
    switch ending.status {
    case 0: return GitProcess.line(bytes)
    case 1: return nil
    default: throw process.failure(ending)
    }
  }

  /// The commit that `revision` names, as the user wrote it.
  ///
  /// Throws `unknownRevision` for a name of nothing, a name of two things, and one that git would
  /// take for an option.
  package func resolve(_ revision: String) async throws(GitError) -> ObjectID {
    let shown = GitMessage.clean(Array(revision.utf8))
    guard !revision.isEmpty, revision.utf8.first != UInt8(ascii: "-"),
      revision.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
    else { throw GitError(.unknownRevision, "`\(shown)` is no revision") }
    let process = git(["rev-parse", "--verify", "--end-of-options", revision + "^{commit}"])
    let (ending, bytes) = try await process.answer()
    if ending.message.contains("is ambiguous") {
      throw GitError(
        .unknownRevision, "`\(shown)` names more than one thing",
        help: "Write `refs/heads/…` for a branch, or `refs/tags/…` for a tag.")
    }
    guard ending.status == 0, let id = ObjectID(GitProcess.line(bytes)) else {
      let near = nearestName(to: revision, among: try await referenceNames())
      throw GitError(
        .unknownRevision, "there is no commit `\(shown)`",
        help: near.map { "Did you mean `\(GitMessage.clean(Array($0.utf8)))`?" }
          ?? "Fetch it, or name another branch, tag or commit.")
    }
    return id
  }

  private func referenceNames() async throws(GitError) -> [String] {
    let bytes = try await git([
      "for-each-ref", "--count=1000", "--format=%(refname:lstrip=2)", "refs/heads", "refs/remotes",
      "refs/tags",
    ]).output()
    return bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The best common ancestor of two commits, or `nil` where they share no history.
  package func mergeBase(_ a: ObjectID, _ b: ObjectID) async throws(GitError) -> ObjectID? {
    let process = git(["merge-base", a.hex, b.hex])
    let (ending, bytes) = try await process.answer()
    switch ending.status {
    case 0:
      guard let id = ObjectID(GitProcess.line(bytes)) else { throw unexpected("merge-base") }
      return id
    case 1: return nil
    default: throw process.failure(ending)
    }
  }

  /// Every best common ancestor of two commits: more than one where branches merged each other, none
  /// where they share no history.
  package func mergeBases(
    _ a: ObjectID, _ b: ObjectID
  ) async throws(GitError) -> [ObjectID] {
    let process = git(["merge-base", "--all", a.hex, b.hex])
    let (ending, bytes) = try await process.answer()
    guard ending.status == 0 || ending.status == 1 else { throw process.failure(ending) }
    return bytes.split(separator: 0x0A)
      .compactMap { ObjectID(String(decoding: $0, as: UTF8.self)) }
  }

  /// Whether `commit` can be reached from `descendant`; a commit is its own ancestor.
  package func isAncestor(
    _ commit: ObjectID, of descendant: ObjectID
  ) async throws(GitError) -> Bool {
    let process = git(["merge-base", "--is-ancestor", commit.hex, descendant.hex])
    let ending = try await process.answer().ending
    switch ending.status {
    case 0: return true
    case 1: return false
    default: throw process.failure(ending)
    }
  }
}
