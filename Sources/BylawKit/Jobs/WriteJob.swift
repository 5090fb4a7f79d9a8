import PolicyHistory
package import PolicyModel
import PolicyProjection
package import PolicySite

/// Builds the sites into a folder, which is replaced as a whole or not at all.
package struct WriteJob: Sendable {
  package let folder: WorkspaceFolder
  package let today: CalendarDate
  /// Shows what was in force on this day, as the landings until then state it; `nil` for today.
  package let asOf: CalendarDate?
  package let sites: Set<SiteKind>
  package let isPortable: Bool
  /// The absolute path of the folder.
  package let output: String

  package init(
    folder: WorkspaceFolder, today: CalendarDate, asOf: CalendarDate? = nil, sites: Set<SiteKind>,
    isPortable: Bool, output: String?
  ) {
    self.folder = folder
    self.today = today
    self.asOf = asOf
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
    try OutputFolder.finishInterrupted(output)
    let repository = try await GitRepository.find(containing: folder.root)
    let commit = try await repository?.head()?.hex ?? "no commit"
    let stamp = InputStamp(of: folder.root, options: options + [commit])
    if let pages = OutputFolder.pagesUpToDate(output, stamp) { return .unchanged(pages: pages) }
    guard let repository else { return try await publishFiles(PolicyFiles.load(folder), stamp) }
    let working = await WorkingTexts(folder, repository)
    let history = try await WorkspaceHistory.load(
      folder.root, timeZone: folder.settings.organization.timeZone, today: today, asOf: asOf,
      working: working)
    guard let history else { return try await publishFiles(working.files, stamp) }
    let committed = try await CommittedFolder(folder, history, working)
    defer { committed.remove() }
    let checked =
      committed.isCopy
      ? await CheckedWorkspace.load(committed.folder, today: day)
      : await CheckedWorkspace.load(folder, working.files, today: day)
    // The sites show the approved words of `common.md`, whatever stands in the file.
    if let obstacle = checked.obstacle, obstacle != .common { return .refused(checked, obstacle) }
    let publication = await history.publication(
      workspace: committed.folder.settings, on: day, read: checked.files.readings)
    return try await replace(
      checked, publication, stamp, isCopy: committed.isCopy, unseen: history.unseen(on: day))
  }

  /// The day on which the sites are true.
  private var day: CalendarDate { asOf ?? today }

  /// Publishes the files as they are, where there is no history.
  private func publishFiles(_ files: PolicyFiles, _ stamp: InputStamp) async throws -> Outcome {
    let checked = await CheckedWorkspace.load(folder, files, today: day)
    if let obstacle = checked.obstacle { return .refused(checked, obstacle) }
    return try await replace(
      checked, UnversionedWorkspace.publication(checked, on: day), stamp, hasHistory: false)
  }

  private func replace(
    _ checked: CheckedWorkspace, _ publication: Publication, _ stamp: InputStamp,
    isCopy: Bool = false, hasHistory: Bool = true, unseen: [String] = []
  ) async throws -> Outcome {
    let build = BuildJob(
      checked: checked, publication: publication, sites: sites, isPortable: isPortable)
    let target = try OutputFolder(output, workspace: folder.root)
    do {
      let plan = await BuildPlan(build, options: options, earlier: await target.memory())
      let comparison = Tally(output)
      let isWhole = plan.earlier == nil
      let (made, memory) = try await write(
        build, plan, to: target.staging, comparison, onlyChanges: !isWhole)
      var result = made
      result.hidesChanges = isCopy
      result.unseen = unseen
      result.hasHistory = hasHistory
      guard result.leaks.isEmpty else {
        target.discard()
        return .built(result, checked)
      }
      // What had errors is looked at again each time, so that they are seen each time.
      let stamp = checked.findings.hasErrors ? nil : stamp
      if let earlier = plan.earlier, let memory {
        comparison.keep(plan.keptFileCount)
        try await target.commitChanges(
          gone: memory.gone(since: earlier), stamp: stamp, pages: result.pageCount, memory: memory,
          kept: plan.kept)
        result.changes = comparison.changes(old: earlier.fileCount)
      } else {
        let old = try await target.commit(stamp: stamp, pages: result.pageCount, memory: memory)
        result.changes = comparison.changes(old: old)
      }
      return .built(result, checked)
    } catch {
      target.discard()
      throw error
    }
  }

  private var options: [String] {
    [today.description, isPortable ? "portable" : "hosted", asOf?.description ?? "today"]
      + sites.map(\.rawValue).sorted()
  }

  private func write(
    _ build: BuildJob, _ plan: BuildPlan, to staging: String, _ comparison: Tally,
    onlyChanges: Bool
  ) async throws -> (result: BuildJob.Result, memory: BuildMemory?) {
    let output = output
    return try await build.run(
      plan: plan, read: { try? FileSystem.read("\(output)/\($0)", maximum: .max - 1) }
    ) { site, file in
      let isChanged = comparison.count("\(site.rawValue)/\(file.path)", file.bytes)
      guard isChanged || !onlyChanges else { return }
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
