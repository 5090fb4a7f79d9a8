import CommonMark
import PolicyHistory
package import PolicyModel
import PolicyReading
import PolicySite

/// Where a workspace lies, and its settings.
package struct WorkspaceFolder: Sendable {
  /// The absolute path of the folder that holds `bylaw.yml`.
  package let root: String
  package let settings: Workspace
  package let source: SourceFile
  /// What is less than an error in `bylaw.yml`.
  package let findings: [Finding]

  /// The workspace at or above `start`.
  package static func find(from start: String) throws(LoadError) -> WorkspaceFolder {
    try WorkspaceFolder(root: root(from: start))
  }

  /// The nearest folder at or above `start` that holds `bylaw.yml`.
  static func root(from start: String) throws(LoadError) -> String {
    var folder = FileSystem.absolute(start, from: FileSystem.workingFolder)
    guard FileSystem.kind(of: folder) == .folder else {
      throw LoadError("\(start) is not a folder")
    }
    while true {
      if FileSystem.exists(folder + "/bylaw.yml") { return folder }
      guard folder != "/" else { break }
      folder = FileSystem.absolute("..", from: folder)
    }
    guard !GitRepository.isBareRepository(around: start) else {
      throw LoadError(
        "This is a bare repository, which holds no files to read",
        help: "Clone it, or give it a working tree with `git worktree add DIR`, and work there.")
    }
    throw LoadError(
      "No workspace here: there is no bylaw.yml in this folder or above it",
      help: "Make one with `bylaw init`, or name a folder with -C.")
  }

  /// `path`, as someone in the working folder means it, from the workspace's root.
  package func relative(_ path: String) throws(LoadError) -> String {
    let whole = FileSystem.absolute(path, from: FileSystem.workingFolder)
    guard FileSystem.exists(whole) else { throw LoadError("There is no \(path)") }
    if whole == root { return "" }
    guard whole.hasPrefix(root + "/") else {
      throw LoadError("\(path) is not in the workspace \(root)")
    }
    return String(whole.dropFirst(root.count + 1))
  }

  private init(root: String) throws(LoadError) {
    self.root = root
    let bytes: [UInt8]
    do {
      bytes = try FileSystem.read(root + "/bylaw.yml", maximum: FileChecks.maximumSize)
    } catch {
      throw LoadError("bylaw.yml cannot be read: \(PolicyFiles.words(error))")
    }
    source = SourceFile(path: "bylaw.yml", text: SourceText(bytes))
    let (settings, findings) = WorkspaceReader.read(source)
    guard let settings else {
      throw LoadError(
        "bylaw.yml has errors, so nothing else was looked at", findings: findings.sorted())
    }
    self.settings = settings
    self.findings = findings
  }
}
