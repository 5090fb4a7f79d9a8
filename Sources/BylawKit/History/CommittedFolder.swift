internal import Foundation
import PolicyHistory
import PolicyModel

/// The workspace as the last commit has it: the folder itself where nothing differs, else a copy.
///
/// `build` shows what is committed, so that the same commit gives the same bytes on any machine.
struct CommittedFolder {
  let folder: WorkspaceFolder
  /// Whether the working tree differs from the commit.
  let isCopy: Bool

  /// `working` is what was read of the folder: that is compared, and not what the disk holds by now.
  init(
    _ folder: WorkspaceFolder, _ history: WorkspaceHistory, _ working: WorkingTexts
  ) async throws {
    let entries = try await history.repository.tree(at: history.head, paths: Self.places)
    if Self.isClean(folder.root, entries, history.repository, working) {
      self.folder = folder
      isCopy = false
      return
    }
    let files = entries.filter(\.mode.isFile)
    let blobs = try await history.repository.blobs(files.map(\.id)).bytes
    let copy = try Self.temporaryFolder()
    do {
      for entry in entries {
        let path = "\(copy)/\(entry.path)"
        try OutputFiles.makeFolder(FileSystem.absolute("..", from: path))
        if entry.mode.isFile, let bytes = blobs[entry.id] {
          try OutputFiles.write(path, bytes)
        } else if entry.mode.isLink {
          // It is refused like any other link, and leads nowhere.
          try FileManager.default.createSymbolicLink(
            atPath: path, withDestinationPath: "a-link-in-the-repository")
        }
      }
      self.folder = try WorkspaceFolder.find(from: copy)
    } catch {
      Self.remove(copy)
      throw error
    }
    isCopy = true
  }

  func remove() {
    if isCopy { Self.remove(folder.root) }
  }

  static let places = ["bylaw.yml", "policies", "site"]

  private static func isClean(
    _ root: String, _ entries: [TreeEntry], _ repository: GitRepository, _ working: WorkingTexts
  ) -> Bool {
    var onDisk: Set<String> = []
    for place in places { list(root, place, &onDisk) }
    guard onDisk == Set(entries.map(\.path)) else { return false }
    return entries.allSatisfy { entry in
      guard entry.mode.isFile else { return false }
      if let blob = working.blob(at: entry.path) { return blob == entry.id }
      guard
        let bytes = try? FileSystem.read("\(root)/\(entry.path)", maximum: 64 << 20)
      else { return false }
      return repository.blobID(of: bytes) == entry.id
    }
  }

  /// Every file below a place, hidden ones too.
  private static func list(_ root: String, _ path: String, _ found: inout Set<String>) {
    switch FileSystem.kind(of: "\(root)/\(path)") {
    case .folder:
      let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(path)")) ?? []
      for name in names { list(root, "\(path)/\(name)", &found) }
    case .file: found.insert(path)
    case .other: if FileSystem.exists("\(root)/\(path)") { found.insert(path) }
    }
  }

  private static func temporaryFolder() throws -> String {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("bylaw-\(UUID().uuidString)").path
    try OutputFiles.makeFolder(folder)
    return FileSystem.resolved(folder)
  }

  private static func remove(_ folder: String) { _ = OutputFiles.remove(folder) }
}
