package import PolicyModel
import PolicyReading
package import PolicyRules
import PolicySite

/// Reads a workspace and holds it to the rules.
package struct CheckJob: Sendable {
  package var folder: WorkspaceFolder
  package var today: CalendarDate
  /// Only files at or below these paths are reported; all are read.
  package var paths: [String]

  package init(folder: WorkspaceFolder, today: CalendarDate, paths: [String] = []) {
    self.folder = folder
    self.today = today
    self.paths = paths
  }

  package struct Result: Sendable {
    package var findings: [Finding]
    package var checked: CheckedWorkspace
    package var fileCount: Int
  }

  package func run() async -> Result {
    let checked = await CheckedWorkspace.load(folder, today: today)
    let records = await SignoffFiles.findings(in: folder.root, folder.settings)
    return Result(
      findings: covered(checked.findings + records).sorted(), checked: checked,
      fileCount: checked.paths.count(where: isCovered))
  }

  /// With what was found about landings, which knows more of records than their files tell.
  package func joined(
    _ findings: [Finding], _ more: [Finding], isAboutChange: Bool
  ) -> [Finding] {
    let more = covered(more)
    let told = Set(more.filter { $0.rule == "record-stray" }.map(\.location?.path))
    let own = findings.filter { finding in
      if finding.rule == "record-stray" { return !told.contains(finding.location?.path) }
      return !isAboutChange || finding.rule != "record-malformed" || finding.severity != .note
    }
    return (own + more).sorted()
  }

  /// The findings that lie at or below the paths.
  package func covered(_ findings: [Finding]) -> [Finding] {
    findings.filter { isCovered($0.location?.path ?? "bylaw.yml") }
  }

  private func isCovered(_ path: String) -> Bool {
    paths.isEmpty || paths.contains { Self.covers($0, path) }
  }

  private static func covers(_ folder: String, _ path: String) -> Bool {
    folder.isEmpty || path == folder || path.hasPrefix(folder + "/")
  }
}

/// A workspace with everything that was found in it.
package struct CheckedWorkspace: Sendable {
  package var folder: WorkspaceFolder
  package var files: PolicyFiles
  package var theme: ThemeFiles
  package var translations: CheckedTranslations
  package var common: Policy?
  /// Why nothing of it can be published, whatever each policy is like; `nil` where all is well.
  package var obstacle: Obstacle?
  /// What policies are judged against.
  package var context: CheckContext
  /// In the order in which they are printed.
  package var findings: [Finding]
  /// The policies that no error keeps from being published.
  package var sound: [Policy]

  /// What every page needs, and has errors.
  package enum Obstacle: Sendable, Hashable {
    /// `policies/` itself is a link, or cannot be listed.
    case policies
    /// `common.md`, from which every page inherits.
    case common
    /// `site/`, from which every page is made.
    case theme
  }

  /// Of the files that were looked at, `bylaw.yml` and the theme left out.
  var paths: [String] {
    files.readings.map(\.source.path) + [files.common?.source.path].compactMap(\.self)
      + translations.paths
  }

  package static func load(_ folder: WorkspaceFolder, today: CalendarDate) async -> Self {
    await load(folder, await PolicyFiles.load(folder), today: today)
  }

  /// `files` are those of the folder.
  static func load(
    _ folder: WorkspaceFolder, _ files: PolicyFiles, today: CalendarDate
  ) async -> Self {
    let theme = ThemeFiles.load(folder)
    let checker = PolicyChecker(
      files.readings, common: files.common, workspace: folder.settings,
      pages: theme.pageNames, assets: theme.assetNames, today: today)
    let findings = await concurrentMap(files.readings) { checker.check($0) }
    var all = folder.findings + files.findings + theme.findings
    all += SettingsChecker.check(folder.settings, in: folder.source)
    var common: Policy?
    var obstacle: Obstacle? = theme.findings.hasErrors ? .theme : nil
    if let reading = files.common {
      let own = checker.check(reading, as: .common)
      if own.hasErrors { obstacle = .common } else { common = reading.policy }
      all += own
    }
    if !files.isFolderSound { obstacle = .policies }
    let refused = Set(files.findings.lazy.filter { $0.severity == .error }.map(\.location?.path))
    let sound = zip(files.readings, findings).compactMap { reading, findings in
      findings.hasErrors || refused.contains(reading.source.path) ? nil : reading.policy
    }
    all += findings.flatMap { $0 }
    let translations = await CheckedTranslations.load(folder, files, checker.context)
    all += translations.findings
    return Self(
      folder: folder, files: files, theme: theme, translations: translations, common: common,
      obstacle: obstacle,
      context: checker.context, findings: all.sorted(), sound: sound)
  }
}
