package import PolicyModel
package import PolicyProjection

/// What differs between two texts of one policy, rule by rule.
package struct DiffJob: Sendable {
  package let policy: String
  package let from: FoundText
  package let to: FoundText
  package let redline: Redline

  package init(
    _ id: String, from: TextName, to: TextName, in folder: WorkspaceFolder, today: CalendarDate
  ) async throws {
    let checked = await CheckedWorkspace.load(folder, today: today)
    let desk = try await PolicyDesk.open(id, checked: checked, today: today)
    let finder = TextFinder(desk: desk, checked: checked)
    policy = id
    self.from = try await finder.find(from)
    self.to = try await finder.find(to)
    guard let new = self.to.policy else {
      throw LoadError(
        "There is no \(id) in \(self.to.label)", help: "`bylaw log \(id)` shows its versions.")
    }
    redline = Redline(
      from: self.from.policy, to: new)
  }
}

/// The same for people and machines.
package enum DiffReport {
  package static func text(_ job: DiffJob, palette: Palette) -> String {
    let head = palette.strong(TerminalText.safe(job.policy)) + ": " + words(job) + "\n"
    guard !job.redline.isEmpty else { return head + "No words differ.\n" }
    return head + "\n" + RedlineText(width: 92, style: .terminal(palette)).text(job.redline)
  }

  package static func markdown(_ job: DiffJob) -> String {
    let head = "### \(job.policy): \(words(job))\n\n"
    guard !job.redline.isEmpty else { return head + "No words differ.\n" }
    return head + RedlineMarkdown().text(job.redline)
  }

  package static func json(_ job: DiffJob) -> String {
    JSONReporter.json(
      Document(
        policy: job.policy, from: Side(job.from), to: Side(job.to), entries: job.redline.entries))
  }

  private static func words(_ job: DiffJob) -> String {
    job.from.policy == nil
      ? "\(job.to.label), all of it new (\(job.from.label))"
      : "\(job.from.label) → \(job.to.label)"
  }

  private struct Document: Encodable {
    var policy: String
    var from: Side
    var to: Side
    var entries: [Redline.Entry]
  }

  private struct Side: Encodable {
    var label: String
    var version: Int?
    var commit: String?

    init(_ text: FoundText) {
      label = text.label
      version = text.version
      commit = text.commit?.hex
    }
  }
}
