import CommonMark
import PolicyModel
import PolicyReading

/// What is wrong with the names in a folder, before anything is read.
enum FileNames {
  /// Names that are no UTF-8, and names that some file systems hold to be one.
  static func findings(_ entries: [FileSystem.Entry], in folder: String) -> [Finding] {
    var findings: [Finding] = []
    // Strings compare by canonical equivalence, so that NFC and NFD are one key.
    var byFolded: [String: [String]] = [:]
    for entry in entries {
      guard entry.isExact else {
        findings += finding(
          .fileNameEncoding, "\(folder)/\(entry.name)", "A name that is no UTF-8",
          help: "Rename the file: it is not read.")
        continue
      }
      byFolded[entry.name.uppercased().lowercased(), default: []].append(entry.name)
    }
    for names in byFolded.values where names.count > 1 {
      for name in names {
        let other = names.first { !$0.utf8.elementsEqual(name.utf8) } ?? ""
        findings += finding(
          .fileNameClash, "\(folder)/\(name)",
          "A name that differs from another one only in case or in how accents are written",
          notes: [.init("The other one is \(folder)/\(other)")], help: "Rename one of them.")
      }
    }
    return findings
  }

  /// A finding for each of several paths at which the same file stands.
  static func findings(shared paths: [String]) -> [Finding] {
    guard paths.count > 1 else { return [] }
    return paths.flatMap { path in
      finding(
        .fileLinkedTwice, path, "One file stands at two paths",
        notes: [.init("The other one is \(paths.first { $0 != path } ?? "")")],
        help: "Remove one of them, or make it a copy.")
    }
  }

  /// One finding on a whole file.
  static func finding(
    _ rule: RuleDescription, _ path: String, _ headline: String, notes: [Finding.Note] = [],
    help: String? = nil
  ) -> [Finding] {
    var collector = FindingCollector(file: SourceFile(path: path, text: SourceText([])))
    collector.report(rule, at: 0..<0, headline, notes: notes, help: help)
    return collector.findings
  }
}
