import CommonMark
import PolicyHistory
import PolicyModel
import PolicyProjection
import PolicyReading
import PolicyRules

/// What lies in `policies/signoffs/` of the working tree, and what is wrong with its form. What a record
/// is worth is a question of history.
struct SignoffFiles {
  private static let folder = "policies/signoffs"
  private static let signers = "allowed_signers"
  private static let revoked = "revoked_keys"

  let root: String
  private var findings: [Finding] = []
  /// The records that cannot be read, each with its bytes.
  private var malformed: [(finding: Finding, bytes: [UInt8])] = []

  private let settings: JudgingSettings

  private init(root: String, settings: JudgingSettings) {
    self.root = root
    self.settings = settings
  }

  static func findings(in root: String, _ workspace: Workspace) async -> [Finding] {
    guard FileSystem.exists("\(root)/\(folder)") else { return [] }
    var files = SignoffFiles(
      root: root, settings: JudgingSettings(workspace: workspace, signers: [:]))
    let paths = files.find()
    files.malformed = await concurrentMap(paths) { read($0, in: root) }.compactMap(\.self)
    return files.findings + (await files.weighed())
  }

  // MARK: What is there

  /// The records: one folder for each policy.
  private mutating func find() -> [String] {
    var paths: [String] = []
    for entry in entries(of: Self.folder) {
      let path = "\(Self.folder)/\(entry.name)"
      switch (entry.kind, entry.name) {
      case (.file, Self.signers):
        let settings = settings
        list(path) { bytes in
          let (signers, problems) = AllowedSigners.read(bytes)
          return problems + Self.strangers(among: signers, settings)
        }
      case (.file, Self.revoked): list(path) { RevokedKeys.read($0).1 }
      case (.folder, Self.signers), (.folder, Self.revoked):
        findings += FileNames.finding(
          .recordKeysMalformed, path, "\(path) is a folder, and no key is read from it",
          help: "Put a file of that name here, with one key on each line.")
      case (.folder, _): paths += records(in: path)
      default: stray(entry, path)
      }
    }
    return paths
  }

  private mutating func records(in folder: String) -> [String] {
    entries(of: folder).compactMap { entry in
      let path = "\(folder)/\(entry.name)"
      if entry.kind == .file, entry.name.hasSuffix(".signoff") { return path }
      stray(entry, path)
      return nil
    }
  }

  private mutating func entries(of folder: String) -> [FileSystem.Entry] {
    do {
      let entries = try FileSystem.entries(of: "\(root)/\(folder)")
      findings += FileNames.findings(entries, in: folder)
      return entries.filter(\.isExact)
    } catch {
      findings += FileNames.finding(
        .fileUnreadable, folder, "The folder cannot be read: \(PolicyFiles.words(error))")
      return []
    }
  }

  private mutating func stray(_ entry: FileSystem.Entry, _ path: String) {
    if entry.kind == .other {
      findings += FileNames.finding(
        .fileNotRegular, path, "A link, a pipe or a device is not read",
        help: "Put the file itself here.")
    } else if entry.name.lowercased() != "readme.md" {
      findings += FileNames.finding(
        .recordStray, path, "Nothing reads \(path)",
        help: "A record is \(Self.folder)/ID/NAME.signoff, as `bylaw sign` writes it.")
    }
  }

  // MARK: Lists of keys

  /// Those of whom no record can be: records name the main addresses of people.
  private static func strangers(
    among signers: AllowedSigners, _ settings: JudgingSettings
  ) -> [SignersProblem] {
    signers.lines.sorted { $0.value < $1.value }.compactMap { address, line in
      let person = settings.person(address)
      if person != address {
        return SignersProblem(
          line: line,
          "\(address) is a further address of \(person). Write \(person), as records name them.")
      }
      return settings.workspace.people[address] == nil
        ? SignersProblem(
          line: line, "Nobody in `people` has the address \(address). Its key signs nothing.")
        : nil
    }
  }

  private mutating func list(_ path: String, _ read: ([UInt8]) -> [SignersProblem]) {
    do {
      let bytes = try FileSystem.read("\(root)/\(path)", maximum: FileChecks.maximumSize)
      let source = SourceFile(path: path, text: SourceText(bytes))
      findings += read(bytes).map { problem in
        let (headline, rest) = Self.sentences(problem.sentence)
        return Finding(
          RuleDescription.recordKeysMalformed.id, .error, at: Self.line(problem.line, of: source),
          headline, explanation: rest, help: "Mend the line, or remove it.")
      }
    } catch {
      findings += PolicyFiles.unreadable(path, error).findings
    }
  }

  private static func line(_ number: Int?, of source: SourceFile) -> Location {
    guard let number, number <= source.text.lineCount else { return Location(file: source.path) }
    return source.location(source.text.lineRange(number - 1))
  }

  /// The first sentence as a headline, and the others.
  private static func sentences(_ text: String) -> (headline: String, rest: String?) {
    let parts = text.split(separator: ". ", maxSplits: 1)
    guard parts.count == 2 else {
      return (text.hasSuffix(".") ? String(text.dropLast()) : text, nil)
    }
    return (String(parts[0]), String(parts[1]))
  }

  // MARK: Records

  private static func read(
    _ path: String, in root: String
  ) -> (finding: Finding, bytes: [UInt8])? {
    let parts = path.split(separator: "/").map(String.init)
    let bytes: [UInt8]
    do {
      bytes = try FileSystem.read("\(root)/\(path)", maximum: FileChecks.maximumSize)
    } catch {
      return PolicyFiles.unreadable(path, error).findings.first.map { ($0, []) }
    }
    let problem: RecordProblem
    switch RecordReader.read(bytes, name: parts[parts.count - 1]) {
    case .failure(let failure): problem = failure
    case .success(let record):
      let policy = record.signOff.policy
      guard policy != parts[parts.count - 2] else { return nil }
      problem = RecordProblem(
        "It is about the policy `\(policy)`, and lies in another one's folder.")
    }
    let (headline, rest) = sentences(problem.sentence)
    let source = SourceFile(path: path, text: SourceText(bytes))
    let finding = Finding(
      RecordMalformed.description.id, .error, at: line(problem.line, of: source),
      "The record counts for nothing. \(headline)", explanation: rest,
      help: RecordReader.isSigned(bytes)
        ? "Remove the file, which has not landed, and sign again with `bylaw sign`."
        : "Mend the file, which has not landed, or remove it and sign again.")
    return (finding, bytes)
  }

  /// What is committed may have landed, and then can only stay: of that it is a note.
  private func weighed() async -> [Finding] {
    guard !malformed.isEmpty else { return [] }
    let committed = await Self.committed(root)
    return malformed.map { finding, bytes in
      guard finding.rule == RecordMalformed.description.id, let path = finding.location?.path,
        let (entries, repository) = committed, let landed = entries[path]
      else { return finding }
      let isLanded = landed == repository.blobID(of: bytes)
      return Finding(
        finding.rule, isLanded ? .note : .error, at: finding.location, finding.headline,
        explanation: finding.explanation,
        help: isLanded
          ? Refusal.malformed(reason: "").help
          : "Bring back what is committed: what has landed stays. Sign again with the next number.")
    }
  }

  private static func committed(
    _ root: String
  ) async -> (entries: [String: ObjectID], repository: GitRepository)? {
    do {
      guard let repository = try await GitRepository.find(containing: root),
        let head = try await repository.head()
      else { return nil }
      let entries = try await repository.tree(at: head, paths: [folder])
      return (
        Dictionary(entries.map { ($0.path, $0.id) }, uniquingKeysWith: { first, _ in first }),
        repository
      )
    } catch {
      // Without git nothing is known to have landed.
      return nil
    }
  }
}
