/// The git program, and the surroundings it is started in.
package struct GitProgram: Sendable, Hashable {
  /// The folder of the program, an absolute path.
  let folder: String
  /// All that git sees of the environment.
  let environment: [String: String]

  /// The variables that git is given where they are set. None of git's own: `GIT_DIR` and the like
  /// would lead it elsewhere, and `GIT_SSH_COMMAND` would start a program.
  static let inherited = ["HOME", "XDG_CONFIG_HOME", "TMPDIR", "USER", "LOGNAME"]

  /// Where git is looked for after `PATH`.
  static let usualFolders = [
    "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin", "/opt/local/bin", "/bin",
  ]

  /// What stands in the environment whatever the user set.
  ///
  /// `GIT_ALLOW_PROTOCOL` names no protocol that exists, and unlike `protocol.allow` no key of the
  /// repository is stronger: a missing object is never fetched.
  static let fixed = [
    "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_GRAFT_FILE": "/dev/null", "GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none",
    "GIT_ATTR_NOSYSTEM": "1", "GIT_OPTIONAL_LOCKS": "0",
  ]

  /// Finds git in the absolute folders of `PATH`, then in the usual ones, and never below `root`: a
  /// repository must not bring its own.
  ///
  /// Throws `noGit`.
  init(
    surroundings: GitSurroundings, outside root: String, usual: [String] = Self.usualFolders
  ) throws(GitError) {
    let path = surroundings.variables["PATH"] ?? ""
    let folders = (path.split(separator: ":").map(String.init) + usual)
      .filter { folder in
        guard folder.hasPrefix("/"), let real = FilePlaces.real(folder) else { return false }
        return !FilePlaces.isPath(real, atOrBelow: root)
      }
    let found = folders.first { folder in
      guard let real = FilePlaces.real(folder + "/git") else { return false }
      return FilePlaces.isProgram(real) && !FilePlaces.isPath(real, atOrBelow: root)
    }
    guard let found else {
      throw GitError(.noGit, "git is not installed", help: "Install git 2.34 or later.")
    }
    folder = found
    var environment = surroundings.extra
    for name in Self.inherited { environment[name] = surroundings.variables[name] }
    // The folder comes first, so that the name `git` means this program.
    environment["PATH"] = ([found] + folders.filter { $0 != found }).joined(separator: ":")
    environment.merge(Self.fixed) { _, fixed in fixed }
    self.environment = environment
  }
}

/// The environment that git's own is made from.
package struct GitSurroundings: Sendable, Hashable {
  package var variables: [String: String]
  /// Given to git as it is, such as `GIT_CONFIG_NOSYSTEM` in a test.
  package var extra: [String: String]

  package init(variables: [String: String], extra: [String: String] = [:]) {
    self.variables = variables
    self.extra = extra
  }

  /// The environment of this process.
  package static var current: GitSurroundings {
    var variables: [String: String] = [:]
    for name in GitProgram.inherited + ["PATH"] {
      variables[name] = FilePlaces.environmentVariable(name)
    }
    return GitSurroundings(variables: variables)
  }
}
