extension GitRepository {
  /// A value of the user's own configuration, never one of the repository: `nil` where it is not
  /// set. Throws `failed`.
  package func globalConfig(_ key: String) async throws(GitError) -> String? {
    let process = git(["config", "--global", "--includes", "--null", "--get", "--", key])
    let (ending, bytes) = try await process.answer()
    switch ending.status {
    case 0: return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    // 1: not set. A user without a configuration of their own has not set it either.
    case 1: return nil
    default: throw process.failure(ending)
    }
  }

  /// Who commits here, and now, as `user.name` and `user.email` say. Throws `noIdentity`: an address
  /// made from the name of this machine is nobody's.
  package func userIdentity() async throws(GitError) -> Identity {
    let (ending, bytes) = try await git(["var", "GIT_COMMITTER_IDENT"]).answer()
    let line = bytes.last == 0x0A ? bytes.dropLast() : bytes[...]
    guard ending.status == 0, let identity = Identity(strict: line) else {
      throw GitError(
        .noIdentity, "git does not know who you are",
        help: "Run `git config --global user.name NAME` and "
          + "`git config --global user.email ADDRESS`.")
    }
    return identity
  }
}
