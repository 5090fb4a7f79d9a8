import CommonMark
package import PolicyModel
package import PolicyReading
import PolicyRules

/// The translations of a workspace, found and read.
package struct TranslationFiles: Sendable {
  package var readings: [TranslationReading]
  /// What was found that is no translation and could have been meant as one.
  package var findings: [Finding]

  private static let folder = "policies/translations"

  /// Reads everything in `policies/translations/` on all cores.
  package static func load(_ folder: WorkspaceFolder) async -> TranslationFiles {
    var files = TranslationFiles(readings: [], findings: [])
    guard FileSystem.exists("\(folder.root)/\(Self.folder)") else { return files }
    let paths = files.find(in: folder.root)
    let reader = TranslationReader(workspace: folder.settings)
    let root = folder.root
    files.readings = await concurrentMap(paths) { read($0, root: root, reader) }
    return files
  }

  private static func read(
    _ path: String, root: String, _ reader: TranslationReader
  ) -> TranslationReading {
    do {
      let bytes = try FileSystem.read("\(root)/\(path)", maximum: FileChecks.maximumSize)
      return reader.read(SourceFile(path: path, text: SourceText(bytes)))
    } catch {
      let reading = PolicyFiles.unreadable(path, error)
      return TranslationReading(
        source: reading.source, translation: nil, findings: reading.findings)
    }
  }

  /// The files that can be translations: one folder for each policy, one file for each language.
  private mutating func find(in root: String) -> [String] {
    entries(of: Self.folder, in: root).flatMap { entry -> [String] in
      let path = "\(Self.folder)/\(entry.name)"
      guard entry.kind == .folder else {
        stray(entry, path)
        return []
      }
      return entries(of: path, in: root).compactMap { entry in
        let path = "\(path)/\(entry.name)"
        if entry.kind == .file, isMarkdown(entry.name) { return path }
        stray(entry, path)
        return nil
      }
    }
  }

  private func isMarkdown(_ name: String) -> Bool {
    name.hasSuffix(".md") && name.lowercased() != "readme.md"
  }

  private mutating func stray(_ entry: FileSystem.Entry, _ path: String) {
    switch entry.kind {
    case .other:
      findings += FileNames.finding(
        .fileNotRegular, path, "A link, a pipe or a device is not read",
        help: "Put the file itself here.")
    case .file where !isMarkdown(entry.name): break
    case .file, .folder:
      findings += FileNames.finding(
        TranslationMisplaced.description, path, "Nothing reads \(path)",
        help: "A translation is \(Translation.path(of: "ID", in: "LANGUAGE")).")
    }
  }

  private mutating func entries(of folder: String, in root: String) -> [FileSystem.Entry] {
    do {
      let entries = try FileSystem.entries(of: "\(root)/\(folder)")
      findings += FileNames.findings(entries, in: folder)
      return entries.filter(\.isExact).sorted { $0.name < $1.name }
    } catch {
      findings += FileNames.finding(
        .fileUnreadable, folder, "The folder cannot be read: \(PolicyFiles.words(error))")
      return []
    }
  }
}
