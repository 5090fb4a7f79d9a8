package import PolicyModel
package import PolicySite

/// Builds the sites into a folder, which is replaced as a whole or not at all.
package struct WriteJob: Sendable {
  package let folder: WorkspaceFolder
  package let today: CalendarDate
  package let sites: Set<SiteKind>
  package let isPortable: Bool
  /// The absolute path of the folder.
  package let output: String

  package init(
    folder: WorkspaceFolder, today: CalendarDate, sites: Set<SiteKind>, isPortable: Bool,
    output: String?
  ) {
    self.folder = folder
    self.today = today
    self.sites = sites
    self.isPortable = isPortable
    self.output =
      output.map { FileSystem.absolute($0, from: FileSystem.workingFolder) }
      ?? folder.root + "/build"
  }

  package enum Outcome: Sendable {
    /// The folder was made from the same files, with the same options, without an error.
    case unchanged(pages: Int)
    case built(BuildJob.Result, CheckedWorkspace)
    /// Something that every page needs has errors, so nothing was published.
    case refused(CheckedWorkspace, CheckedWorkspace.Obstacle)
  }

  package func run() async throws -> Outcome {
    let stamp = InputStamp(of: folder.root, options: options)
    if let pages = OutputFolder.pagesUpToDate(output, stamp) { return .unchanged(pages: pages) }
    let checked = await CheckedWorkspace.load(folder, today: today)
    if let obstacle = checked.obstacle { return .refused(checked, obstacle) }
    let build = BuildJob(checked: checked, today: today, sites: sites, isPortable: isPortable)
    let target = try OutputFolder(output, workspace: folder.root)
    do {
      let comparison = Tally(output)
      var result = try await write(build, to: target.staging, comparison)
      guard result.leaks.isEmpty else {
        target.discard()
        return .built(result, checked)
      }
      // What had errors is looked at again each time, so that they are seen each time.
      let old = try target.commit(
        stamp: checked.findings.hasErrors ? nil : stamp, pages: result.pageCount)
      result.changes = comparison.changes(old: old)
      return .built(result, checked)
    } catch {
      target.discard()
      throw error
    }
  }

  private var options: [String] {
    [today.description, isPortable ? "portable" : "hosted"] + sites.map(\.rawValue).sorted()
  }

  private func write(
    _ build: BuildJob, to staging: String, _ comparison: Tally
  ) async throws -> BuildJob.Result {
    try await build.run { site, file in
      comparison.count("\(site.rawValue)/\(file.path)", file.bytes)
      let path = "\(staging)/\(site.rawValue)/\(file.path)"
      do {
        try OutputFiles.write(path, file.bytes)
      } catch {
        try OutputFiles.makeFolder(FileSystem.absolute("..", from: path))
        try OutputFiles.write(path, file.bytes)
      }
    }
  }
}
