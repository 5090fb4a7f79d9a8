extension GitRepository {
  /// The repository that holds `folder`, or `nil` where there is none.
  ///
  /// The nearest folder with a `.git` is the top. It is looked for here and not by git, so that git
  /// never starts in a folder that only looks like a repository, such as one that a clone brought.
  /// A bare repository is taken only where no working tree is around it.
  ///
  /// Throws `noGit`, `otherOwner` and `failed`.
  package static func find(
    containing folder: String, surroundings: GitSurroundings = .current
  ) async throws(GitError) -> GitRepository? {
    guard let start = FilePlaces.real(folder) else {
      throw GitError(.failed, "there is no folder \(GitMessage.clean(Array(folder.utf8)))")
    }
    if let top = nearest(from: start, where: isTop) {
      return try await open(top, isBare: false, from: start, surroundings)
    }
    guard let bare = nearest(from: start, where: isBare) else { return nil }
    return try await open(bare, isBare: true, from: start, surroundings)
  }

  /// Whether `folder` lies in a bare repository, so that there is no file of a workspace to read.
  package static func isBareRepository(around folder: String) -> Bool {
    guard let start = FilePlaces.real(folder) else { return false }
    return nearest(from: start, where: isTop) == nil && nearest(from: start, where: isBare) != nil
  }

  /// git itself says where the repository's own folder is, and whether the owner is trusted.
  private static func open(
    _ top: String, isBare: Bool, from start: String, _ surroundings: GitSurroundings
  ) async throws(GitError) -> GitRepository {
    var surroundings = surroundings
    surroundings.extra["GIT_CEILING_DIRECTORIES"] = FilePlaces.parent(of: top)
    let program = try GitProgram(surroundings: surroundings, outside: top)
    let place = ["-C", top] + (isBare ? ["-c", "safe.bareRepository=all"] : [])
    let process = GitProcess(
      program: program,
      arguments: guards + place + ["rev-parse", "--show-object-format", "--absolute-git-dir"])
    let (ending, bytes) = try await process.answer()
    guard ending.status == 0 else { throw refusal(ending, process, top: top) }
    guard let newline = bytes.firstIndex(of: 0x0A),
      let format = ObjectFormat(rawValue: String(decoding: bytes[..<newline], as: UTF8.self))
    else { throw GitError(.noGit, "git is too old", help: "Install git 2.34 or later.") }
    return GitRepository(
      gitDirectory: GitProcess.line(Array(bytes[(newline + 1)...])),
      workTree: isBare ? nil : top, prefix: isBare ? "" : prefix(of: start, below: top),
      objectFormat: format, program: program)
  }

  private static func refusal(
    _ ending: GitProcess.Ending, _ process: GitProcess, top: String
  ) -> GitError {
    let said = ending.message
    guard said.contains("dubious ownership") || said.contains("unsafe repository") else {
      return process.failure(ending)
    }
    let place = GitMessage.clean(Array(top.utf8))
    return GitError(
      .otherOwner, "git does not trust \(place), as another user owns it",
      help: "If you trust it, run `git config --global --add safe.directory '\(place)'`.")
  }

  private static func nearest(from start: String, where holds: (String) -> Bool) -> String? {
    var folder = start
    while true {
      if holds(folder) { return folder }
      if folder == "/" { return nil }
      folder = FilePlaces.parent(of: folder)
    }
  }

  /// A `.git` that is a file leads to the repository of a worktree or a submodule.
  private static func isTop(_ folder: String) -> Bool {
    let place = (folder == "/" ? "" : folder) + "/.git"
    guard FilePlaces.isFolder(place) else { return FilePlaces.exists(place) }
    return FilePlaces.exists(place + "/HEAD")
  }

  private static func isBare(_ folder: String) -> Bool {
    FilePlaces.exists(folder + "/HEAD") && FilePlaces.isFolder(folder + "/objects")
      && FilePlaces.isFolder(folder + "/refs")
  }

  private static func prefix(of folder: String, below top: String) -> String {
    let rest = folder.utf8.dropFirst(top == "/" ? 1 : top.utf8.count + 1)
    return rest.isEmpty ? "" : String(decoding: rest, as: UTF8.self) + "/"
  }
}
