import PolicySite

/// Builds the sites into a folder, which is replaced as a whole or not at all.
package struct WriteJob: Sendable {
  package var build: BuildJob
  /// The absolute path of the folder.
  package var output: String

  package init(build: BuildJob, output: String) {
    self.build = build
    self.output = FileSystem.absolute(output, from: build.checked.folder.root)
  }

  package func run() async throws -> BuildJob.Result {
    let folder = try OutputFolder(output, workspace: build.checked.folder.root)
    let staging = folder.staging
    do {
      let result = try await build.run { site, file in
        let path = "\(staging)/\(site.rawValue)/\(file.path)"
        do {
          try OutputFolder.write(path, file.bytes)
        } catch {
          try OutputFolder.makeFolder(FileSystem.absolute("..", from: path))
          try OutputFolder.write(path, file.bytes)
        }
      }
      guard result.leaks.isEmpty else {
        folder.discard()
        return result
      }
      try folder.commit()
      return result
    } catch {
      folder.discard()
      throw error
    }
  }
}
