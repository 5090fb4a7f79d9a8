import CommonMark
import PolicyHistory
import PolicyModel
import PolicyProjection
import PolicyReading

/// Finds texts of one policy by name.
struct TextFinder {
  let desk: PolicyDesk
  let checked: CheckedWorkspace

  func find(_ name: TextName) async throws -> FoundText {
    switch name {
    case .working: FoundText("the working tree", desk.policy)
    case .approved: approved
    case .version(let number): try version(number)
    case .day(let day): try await text(on: day)
    case .revision(let revision): try await text(at: revision)
    }
  }

  private var approved: FoundText {
    guard let candidate = desk.line.inForce(on: desk.today) ?? desk.line.latestCandidate(),
      let history = desk.history
    else { return FoundText("nothing approved", nil) }
    let isInForce = desk.line.inForce(on: desk.today) != nil
    return text(
      candidate, of: history, on: desk.today,
      label: isInForce
        ? "version \(candidate.version), in force"
        : "version \(candidate.version), as it was approved last")
  }

  private func version(_ number: Int) throws -> FoundText {
    let name = "version \(number)"
    if let history = desk.history, let candidate = desk.line.latestCandidate(of: number) {
      return text(candidate, of: history, on: desk.today, label: name)
    }
    if desk.snapshot.version == number {
      return FoundText("\(name), as it stands in the working tree", desk.policy)
    }
    let known = Set(desk.line.candidates.map(\.version)).sorted().map(String.init)
    throw LoadError(
      "\(desk.policy.id) has no released \(name)",
      help: known.isEmpty
        ? "None was released yet." : "Released: \(known.joined(separator: ", ")).")
  }

  private func text(on day: CalendarDate) async throws -> FoundText {
    guard day <= desk.today else {
      throw LoadError(
        "\(day.inWords) lies ahead, and what is in force then is not known yet",
        help: "Name a version to see what is upcoming: `bylaw log \(desk.policy.id)` lists them.")
    }
    let history = try await WorkspaceHistory.needed(
      in: desk.folder, today: desk.today, asOf: day)
    guard let candidate = history.lines[desk.policy.id]?.inForce(on: day) else {
      throw LoadError(
        "Nothing of \(desk.policy.id) was in force on \(day.inWords)",
        help: "`bylaw log \(desk.policy.id)` shows when its versions bound.")
    }
    return text(
      candidate, of: history, on: day,
      label: "version \(candidate.version), in force on \(day.inWords)")
  }

  private func text(
    _ candidate: Candidate, of history: WorkspaceHistory, on day: CalendarDate, label: String
  ) -> FoundText {
    FoundText(label, history.text(of: candidate), commit: candidate.landing.commit)
  }
}

extension TextFinder {
  fileprivate func text(at revision: String) async throws -> FoundText {
    let repository = try await WorkspaceHistory.needed(in: desk.folder, today: desk.today)
      .repository
    let commit = try await repository.resolve(revision)
    let entries = try await repository.tree(at: commit, paths: ["bylaw.yml", "policies"])
      .filter { $0.mode.isFile }
    let blobs = try await repository.blobs(entries.map(\.id), limit: FileChecks.maximumSize)
    let ids = Dictionary(entries.map { ($0.path, $0.id) }, uniquingKeysWith: { first, _ in first })
    func source(_ path: String) -> SourceFile? {
      ids[path].flatMap { blobs[$0] }.map { SourceFile(path: path, text: SourceText($0)) }
    }
    let settings = source("bylaw.yml").flatMap {
      WorkspaceReader.read($0, ignoresUnknownKeys: true).workspace
    }
    let reader = PolicyReader(
      headings: HeadingTable(headings: (settings ?? desk.folder.settings).headings))
    let label = "the commit \(commit.short)"
    if desk.policy.id == "common" {
      let common = source("policies/common.md").flatMap { reader.read($0, as: .common).policy }
      return FoundText(label, common, commit: commit)
    }
    let sources = entries.filter { TreePlace($0.path) == .policy }.compactMap { source($0.path) }
    let found = await concurrentMap(sources) { reader.read($0) }
      .filter { ($0.policy?.id ?? $0.claimedID) == desk.policy.id }
    guard found.count < 2 else {
      throw LoadError("\(found.count) files of \(label) give themselves out as \(desk.policy.id)")
    }
    if let reading = found.first, reading.policy == nil {
      throw LoadError("\(reading.source.path) of \(label) cannot be read")
    }
    return FoundText(label, found.first?.policy, commit: commit)
  }
}
