internal import Synchronization
import CommonMark
package import PolicyModel
import PolicyProjection
package import PolicySite

/// Builds the sites of the working tree into memory.
package struct PreviewJob: Sendable {
  let start: String
  let today: CalendarDate?

  package init(start: String, today: CalendarDate?) {
    self.start = start
    self.today = today
  }

  package struct Build: Sendable {
    package var files: [SiteKind: [String: [UInt8]]]
    /// The errors, in words.
    package var messages: [String]
    /// Tells whether anything that was read has changed since.
    package var watch: InputWatch
    /// What `watch` said before anything was read.
    package var stamp: InputStamp?
  }

  package func build() async throws -> Build {
    let folder = try WorkspaceFolder.find(from: start)
    let watch = await InputWatch.open(start, root: folder.root)
    let stamp = watch.stamp()
    guard let today = today ?? Today.date(in: folder.settings.organization.timeZone) else {
      throw LoadError("The time zone `\(folder.settings.organization.timeZone)` is not known here")
    }
    let checked = await CheckedWorkspace.load(folder, today: today)
    guard checked.obstacle == nil else {
      return Build(files: [:], messages: Self.messages(checked), watch: watch, stamp: stamp)
    }
    let files = Mutex<[SiteKind: [String: [UInt8]]]>([:])
    var publication = Publication(
      workspace: checked.folder.settings, policies: checked.sound, common: checked.common,
      today: today, marks: try await WorkingMarks.marks(of: checked, today: today))
    publication.add(checked.translations)
    let job = BuildJob(checked: checked, publication: publication)
    let result = try await job.run { site, file in
      files.withLock { $0[site, default: [:]][file.path] = file.bytes }
    }
    var messages = Self.messages(checked)
    guard result.leaks.isEmpty else {
      messages += LeakReport.text(result.leaks, checked).split(separator: "\n").map(String.init)
      return Build(files: [:], messages: messages, watch: watch, stamp: stamp)
    }
    return Build(files: files.withLock { $0 }, messages: messages, watch: watch, stamp: stamp)
  }

  private static func messages(_ checked: CheckedWorkspace) -> [String] {
    checked.findings.filter { $0.severity == .error }.map { finding in
      let place = finding.location.map { "\($0.path):\($0.start.line): " } ?? ""
      return TerminalText.safe(place + finding.headline)
    }
  }
}
