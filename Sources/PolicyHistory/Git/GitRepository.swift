/// A repository of git, seen from one folder of its working tree.
///
/// Whatever its configuration and its files contain, nothing here starts a program that they name:
/// no hook, filter, text conversion, file watcher, signer, pager, alias or helper.
package struct GitRepository: Sendable {
  package enum ObjectFormat: String, Sendable, Hashable {
    case sha1, sha256
  }

  /// The folder of this working tree's `HEAD` and index, an absolute path.
  package let gitDirectory: String
  /// The top of the working tree without links; `nil` in a bare repository.
  package let workTree: String?
  /// The folder's place below the top: empty, or with a slash at its end, like `sub/dir/`.
  package let prefix: String
  package let objectFormat: ObjectFormat
  let program: GitProgram

  /// One run of git in this repository.
  func git(_ arguments: [String], input: [UInt8] = []) -> GitProcess {
    var places = ["--git-dir=" + gitDirectory]
    places.append(workTree.map { "--work-tree=" + $0 } ?? "--bare")
    return GitProcess(
      program: program, arguments: Self.guards + places + arguments, input: input)
  }

  /// What stands before every verb. `-C /` leaves the repository's folders, so that git cannot take
  /// one of them for another repository.
  static let guards = [
    "-C", "/", "--no-pager", "--no-replace-objects", "--no-optional-locks",
    "--literal-pathspecs",
    "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null",
    "-c", "safe.bareRepository=explicit", "-c", "protocol.allow=never",
    "-c", "log.showSignature=false", "-c", "i18n.logOutputEncoding=UTF-8",
    "-c", "core.attributesFile=/dev/null", "-c", "core.quotePath=false",
    "-c", "diff.external=", "-c", "core.splitIndex=false", "-c", "core.untrackedCache=false",
    // Parents and trees come from the objects, not from a file that only says what they are.
    "-c", "core.commitGraph=false",
    "-c", "core.warnAmbiguousRefs=true", "-c", "user.useConfigOnly=true",
  ]

  /// The id that means "nothing".
  var nullID: String { String(repeating: "0", count: objectFormat == .sha1 ? 40 : 64) }
}

extension GitProcess {
  /// Runs git, and gives what it wrote. Throws `failed` for a status but 0.
  func output() async throws(GitError) -> [UInt8] {
    let (ending, bytes) = try await answer()
    guard ending.status == 0 else { throw failure(ending) }
    return bytes
  }

  /// Runs git, and gives how it ended and what it wrote.
  func answer() async throws(GitError) -> (ending: Ending, bytes: [UInt8]) {
    var bytes: [UInt8] = []
    let ending = try await run { (chunk) throws(GitError) in bytes += chunk }
    return (ending, bytes)
  }

  /// One line of text without its line feed. Throws as ``output()``.
  func line() async throws(GitError) -> String {
    Self.line(try await output())
  }

  static func line(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.last == 0x0A ? bytes.dropLast() : bytes[...], as: UTF8.self)
  }

  /// What a status that was not expected means.
  func failure(_ ending: Ending) -> GitError {
    let said = ending.message
    let places = ["bad object", "missing", "corrupt", "unable to read", "inflate", "loose object"]
    if places.contains(where: { said.contains($0) }) {
      return GitError(
        .damaged, "the repository is damaged: \(said)", help: "Run `git fsck --full` to see more.")
    }
    let verb = arguments.dropFirst(2).first { name in
      name.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D } && !name.hasPrefix("-")
    }
    return GitError(.failed, "`git \(verb ?? "")` failed: \(said.isEmpty ? "no message" : said)")
  }
}
