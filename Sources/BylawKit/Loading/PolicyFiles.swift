import CommonMark
package import PolicyModel
package import PolicyReading

/// The policy files of a workspace, found and read.
package struct PolicyFiles: Sendable {
  package var readings: [PolicyReading]
  package var common: PolicyReading?
  /// What was found that is no policy file and could have been meant as one.
  package var findings: [Finding]
  /// Whether `policies/` itself could be listed, if it is there at all.
  package var isFolderSound: Bool

  /// Reads everything below `policies/` on all cores.
  package static func load(_ folder: WorkspaceFolder) async -> PolicyFiles {
    var finder = PolicyFinder(root: folder.root)
    finder.search("policies", depth: 0)
    let reader = PolicyReader(headings: HeadingTable(headings: folder.settings.headings))
    let root = folder.root
    let outcomes = await concurrentMap(finder.paths) { path in
      read(path, root: root, reader)
    }
    for paths in Dictionary(grouping: outcomes.filter { $0.shared != nil }, by: \.shared).values {
      finder.findings += FileNames.findings(shared: paths.map(\.reading.source.path))
    }
    var common: PolicyReading?
    if FileSystem.exists(root + "/policies/common.md") {
      common = Self.read("policies/common.md", root: root, reader, as: .common).reading
    }
    return PolicyFiles(
      readings: outcomes.map(\.reading), common: common, findings: finder.findings,
      isFolderSound: finder.isSound)
  }

  private static func read(
    _ path: String, root: String, _ reader: PolicyReader, as kind: PolicyReader.Kind = .policy
  ) -> (reading: PolicyReading, shared: FileSystem.Identity?) {
    do {
      let (bytes, shared) = try FileSystem.readShared(
        "\(root)/\(path)", maximum: FileChecks.maximumSize)
      return (reader.read(SourceFile(path: path, text: SourceText(bytes)), as: kind), shared)
    } catch {
      return (unreadable(path, error), nil)
    }
  }

  static func unreadable(_ path: String, _ error: FileSystem.ReadError) -> PolicyReading {
    let source = SourceFile(path: path, text: SourceText([]))
    var findings = FindingCollector(file: source)
    switch error {
    case .notRegular:
      findings.report(.fileNotRegular, at: 0..<0, "A link, a pipe or a device is not read")
    case .tooLarge: findings.report(.fileTooLarge, at: 0..<0, "A file of more than 1 MiB")
    case .missing, .failed:
      findings.report(.fileUnreadable, at: 0..<0, "The file cannot be read: \(words(error))")
    }
    return PolicyReading(source: source, policy: nil, findings: findings.findings, leftOut: 0)
  }

  static func words(_ error: FileSystem.ReadError) -> String {
    switch error {
    case .missing: "there is no such file"
    case .notRegular: "it is a folder, a link, a pipe or a device"
    case .tooLarge: "it holds more than 1 MiB"
    case .failed(let reason): reason
    }
  }
}

/// Walks `policies/`: every Markdown file is a policy, except the common text, READMEs, and what
/// records and translations hold.
private struct PolicyFinder {
  let root: String
  var paths: [String] = []
  var findings: [Finding] = []
  /// Whether the outermost folder could be listed.
  var isSound = true

  init(root: String) { self.root = root }

  mutating func search(_ folder: String, depth: Int) {
    guard depth < 16 else {
      report(
        .fileUnreadable, folder, "Folders are read 16 deep, and this one lies deeper",
        help: "Move it up.")
      return
    }
    let entries: [FileSystem.Entry]
    do {
      entries = try FileSystem.entries(of: "\(root)/\(folder)")
    } catch {
      isSound = isSound && depth > 0
      if case .missing = error, depth == 0 {
        report(
          .fileUnreadable, folder, "There is no folder `policies`",
          help: "Bring it back, or begin with `bylaw new`.")
      } else if case .notRegular = error {
        report(
          .fileNotRegular, folder, "It stands where a folder is due, and is not read",
          help: "Put the folder itself here.")
      } else {
        report(.fileUnreadable, folder, "The folder cannot be read: \(PolicyFiles.words(error))")
      }
      return
    }
    findings += FileNames.findings(entries, in: folder)
    for entry in entries where entry.isExact {
      let path = "\(folder)/\(entry.name)"
      switch entry.kind {
      case .folder:
        if depth == 0, ["signoffs", "translations", "agreement"].contains(entry.name) { continue }
        search(path, depth: depth + 1)
      case .file:
        let isPolicy =
          entry.name.hasSuffix(".md") && entry.name.lowercased() != "readme.md"
          && path != "policies/common.md"
        if isPolicy { paths.append(path) }
      case .other where path == "policies/common.md": break
      case .other:
        report(
          .fileNotRegular, path, "A link, a pipe or a device is not read",
          help: "Put the file itself here.")
      }
    }
  }

  private mutating func report(
    _ rule: RuleDescription, _ path: String, _ headline: String, help: String? = nil
  ) {
    findings += FileNames.finding(rule, path, headline, help: help)
  }
}
