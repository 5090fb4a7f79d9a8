extension GitRepository {
  /// Refuses a repository in which history is missing: a question about the past would get a wrong
  /// answer instead of none.
  ///
  /// Throws `incomplete` for a shallow clone, a partial clone and grafts, and `failed`.
  package func refuseIncompleteHistory() async throws(GitError) {
    let shallow = try await git(["rev-parse", "--is-shallow-repository"]).line()
    guard shallow == "false" else {
      throw GitError(
        .incomplete, "this is a shallow clone, and its older history is missing",
        help: "Run `git fetch --unshallow`; in CI, check out with `fetch-depth: 0`.")
    }
    let keys = #"^(extensions\.partialclone|remote\..*\.(promisor|partialclonefilter))$"#
    let process = git(["config", "--null", "--name-only", "--get-regexp", keys])
    let ending = try await process.answer().ending
    switch ending.status {
    case 1: break
    case 0:
      throw GitError(
        .incomplete, "this is a partial clone, and some of its files are missing",
        help: "Clone again without `--filter`.")
    default: throw process.failure(ending)
    }
    guard !FilePlaces.exists(try await commonDirectory() + "/info/grafts") else {
      throw GitError(
        .incomplete, "this repository has grafts, which change what came before what",
        help: "Remove the file `info/grafts` from the folder of git.")
    }
  }

  /// The folder that all working trees of the repository share, an absolute path.
  package func commonDirectory() async throws(GitError) -> String {
    try await git(["rev-parse", "--path-format=absolute", "--git-common-dir"]).line()
  }
}
