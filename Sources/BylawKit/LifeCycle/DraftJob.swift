import CommonMark
import PolicyHistory
package import PolicyModel
import PolicyProjection
import PolicyReading
import PolicySite

/// Builds the working tree's text of one policy for its reviewers, marked as a draft on every page,
/// with the round pack, into a folder of its own.
package struct DraftJob: Sendable {
  static let mark = "Draft for review – not in force"

  package let id: String
  let checked: CheckedWorkspace
  let today: CalendarDate
  let isPortable: Bool
  /// The absolute path of the folder.
  package let output: String

  /// Pages lead to each other by name, so that the folder can be sent as it is, unless `isPortable` is
  /// false.
  package init(
    _ id: String, checked: CheckedWorkspace, today: CalendarDate, isPortable: Bool = true,
    output: String? = nil
  ) {
    self.id = id
    self.checked = checked
    self.today = today
    self.isPortable = isPortable
    self.output =
      output.map { FileSystem.absolute($0, from: FileSystem.workingFolder) }
      ?? "\(checked.folder.root)/build-preview/\(id)"
  }

  package func run() async throws -> BuildJob.Result {
    guard checked.obstacle == nil else {
      throw LoadError("The workspace has errors that every page shows", help: "Run `bylaw check`.")
    }
    let desk = try await PolicyDesk.open(
      id, checked: checked, today: today, needsJudgements: true)
    // The words of common.md stand on the pages of all policies.
    let shown = checked.sound.filter {
      isCommon ? $0.facts.stage?.value == .iteration : $0.id == id
    }
    guard isCommon || !shown.isEmpty else {
      throw LoadError(
        "\(desk.policy.source.path) cannot be shown as it stands",
        help: "Run `bylaw check \(desk.policy.source.path)`.")
    }
    let publication = Publication(
      workspace: checked.folder.settings,
      entries: shown.map { Publication.Entry(policy: $0, isUpcoming: isUpcoming($0)) },
      common: checked.common, today: today)
    var build = BuildJob(checked: checked, publication: publication, isPortable: isPortable)
    build.draft = Self.mark
    let pack = try await roundPack(desk)
    build.roundPack = pack
    return try await write(build, index: DraftIndex(pack: pack, isPortable: isPortable).html)
  }

  /// With the branch on which its records belong, and the title of a policy that takes this one's place.
  private func roundPack(_ desk: PolicyDesk) async throws -> RoundPack {
    var pack = desk.roundPack
    pack.branch = try await desk.history?.repository.currentBranch()
    if let next = pack.ending?.replacedBy {
      let policy = checked.files.readings.lazy.compactMap(\.policy).first { $0.id == next }
      pack.ending?.replacedBy = policy?.facts.title?.value ?? next
    }
    return pack
  }

  private var isCommon: Bool { id == "common" }

  private func isUpcoming(_ policy: Policy) -> Bool {
    policy.facts.effective.map { $0.value > today } ?? false
  }

  private func write(_ build: BuildJob, index: String) async throws -> BuildJob.Result {
    let target = try OutputFolder(output, workspace: checked.folder.root)
    do {
      let result = try await build.run { site, file in
        let path = "\(target.staging)/\(site.rawValue)/\(file.path)"
        try OutputFiles.makeFolder(FileSystem.absolute("..", from: path))
        try OutputFiles.write(path, file.bytes)
      }
      guard result.leaks.isEmpty else {
        target.discard()
        return result
      }
      try OutputFiles.write("\(target.staging)/index.html", Array(index.utf8))
      _ = try await target.commit(stamp: nil, pages: result.pageCount + 1)
      return result
    } catch {
      target.discard()
      throw error
    }
  }
}
