import CommonMark
package import PolicyModel
import PolicyReading
import PolicyRules
import PolicySite

/// The workspace's own theme: what stands in `site/`, read and looked at.
package struct ThemeFiles: Sendable {
  /// By their paths within `site/`.
  package private(set) var files: [String: [UInt8]] = [:]
  package private(set) var findings: [Finding] = []

  /// The folders of a theme; what else stands in `site/` is read by nobody.
  private static let folders = ["assets", "pages", "templates"]
  /// What the built-in theme has beside them: a copy of it is a theme like any other.
  private static let companions = ["include", "readme.md", "theme.c"]

  package static func load(_ folder: WorkspaceFolder) -> ThemeFiles {
    var theme = ThemeFiles()
    theme.read(folder.root)
    let problems = theme.findings.hasErrors ? [] : ThemeCheck.problems(in: theme.files)
    for problem in problems {
      theme.report(
        description(of: problem.kind), problem.path, problem.range, headline: problem.headline,
        help: problem.help)
    }
    theme.checkPageNames(in: folder.settings)
    theme.findings = PolicyChecker.weighed(theme.findings, in: folder.settings)
    return theme
  }

  /// The names of the workspace's own pages: `site/pages/promise.md` is `promise`.
  var pageNames: [String] {
    files.keys.filter { $0.hasPrefix("pages/") && $0.hasSuffix(".md") }
      .map { String($0.dropFirst("pages/".count).dropLast(".md".count)) }.sorted()
  }

  /// The names of the workspace's own pictures and other assets.
  var assetNames: Set<String> {
    Set(
      files.keys.lazy.filter { $0.hasPrefix("assets/") }.map {
        String($0.dropFirst("assets/".count))
      })
  }

  // MARK: Reading

  private mutating func read(_ root: String) {
    guard FileSystem.exists("\(root)/site") else { return }
    for entry in entries(of: "site", in: root) {
      switch entry.kind {
      case .folder where Self.folders.contains(entry.name): read(folder: entry.name, in: root)
      case _ where Self.companions.contains(entry.name.lowercased()) && entry.kind != .other: break
      case .file where Self.folders.contains(entry.name):
        report(
          .siteFileUnknown, entry.name, headline: "A file stands where a folder is due",
          help: "Make site/\(entry.name)/ a folder.")
      case .file, .folder:
        report(
          .siteFileUnknown, entry.name, headline: "Nothing reads site/\(entry.name)",
          help: nearestName(to: entry.name, among: Self.folders).map { "Did you mean site/\($0)/?" }
            ?? "A theme has the folders \(Self.folders.joined(separator: ", ")).")
      case .other: reportLink(entry.name)
      }
    }
  }

  private mutating func read(folder: String, in root: String) {
    for entry in entries(of: "site/\(folder)", in: root) {
      let path = "\(folder)/\(entry.name)"
      switch entry.kind {
      case .folder:
        report(
          .siteFileUnknown, path, headline: "Folders in site/\(folder)/ are not read",
          help: "Put the files directly into site/\(folder)/.")
      case .other: reportLink(path)
      case .file:
        do {
          let bytes = try FileSystem.read("\(root)/site/\(path)", maximum: FileChecks.maximumSize)
          keep(bytes, path)
        } catch { report(error, path) }
      }
    }
  }

  /// The names in a folder; where it cannot be listed, a finding.
  private mutating func entries(of folder: String, in root: String) -> [FileSystem.Entry] {
    do {
      let entries = try FileSystem.entries(of: "\(root)/\(folder)")
      findings += FileNames.findings(entries, in: folder)
      return entries.filter(\.isExact)
    } catch {
      report(error, String(folder.dropFirst("site/".count)), isFolder: true)
      return []
    }
  }

  private mutating func keep(_ bytes: [UInt8], _ path: String) {
    files[path] = bytes
    guard !path.hasPrefix("assets/") else { return }
    let source = SourceFile(path: "site/\(path)", text: SourceText(bytes))
    findings += FileChecks.findings(in: source)
  }

  private mutating func checkPageNames(in workspace: Workspace) {
    let tags = Set(workspace.locales.map(\.tag))
    for name in pageNames {
      let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
      let slug = parts.count == 2 && tags.contains(parts[1]) ? parts[0] : name
      guard PolicyID.isWellFormed(slug) else {
        report(
          .sitePageName, "pages/\(name).md", headline: "`\(name)` cannot be an address",
          help: "Use lower-case letters and digits joined by single hyphens, such as our-promise.")
        continue
      }
      guard let objection = SitePages.objection(toPage: slug, in: workspace) else { continue }
      report(
        .sitePageName, "pages/\(name).md", headline: "`\(name)` \(objection)",
        help: "Choose another name.")
    }
  }

  // MARK: Findings

  private static func description(of kind: ThemeProblem.Kind) -> RuleDescription {
    switch kind {
    case .template: .siteTemplateMalformed
    case .field: .siteFieldUnknown
    case .page: .sitePageMalformed
    case .title: .sitePageTitleMissing
    case .stray: .siteFileUnknown
    }
  }

  private mutating func reportLink(_ path: String) {
    report(
      .fileNotRegular, path, headline: "A link, a pipe or a device is not read",
      help: "Put the file itself here.")
  }

  private mutating func report(
    _ error: FileSystem.ReadError, _ path: String, isFolder: Bool = false
  ) {
    switch error {
    case .notRegular where isFolder:
      report(
        .fileNotRegular, path, headline: "It stands where a folder is due, and is not read",
        help: "Put the folder itself here.")
    case .notRegular: reportLink(path)
    case .tooLarge: report(.fileTooLarge, path, headline: "A file of more than 1 MiB")
    case .missing, .failed:
      report(
        .fileUnreadable, path,
        headline: "The \(isFolder ? "folder" : "file") cannot be read: \(PolicyFiles.words(error))")
    }
  }

  private mutating func report(
    _ rule: RuleDescription, _ path: String, _ range: SourceRange = 0..<0, headline: String,
    help: String? = nil
  ) {
    let whole = path.isEmpty ? "site" : "site/\(path)"
    let source = SourceFile(path: whole, text: SourceText(files[path] ?? []))
    var collector = FindingCollector(file: source)
    collector.report(rule, at: range, headline, help: help)
    findings += collector.findings
  }
}
