import PolicyHistory
import PolicyModel
import PolicyReading
import PolicyRules

/// Records that a branch adds where nobody reads them, as a web editor does where somebody mistypes a
/// path.
enum StrayRecords {
  /// More files than these in one change are not looked into.
  private static let maximumCount = 1000

  static func find(
    _ head: ObjectID, since fork: ObjectID, in repository: GitRepository
  ) async throws -> [Finding] {
    let changes = try await repository.changes(of: [(head, fork)], paths: []).joined()
    let added = changes.filter { $0.old == nil && !isRead($0.path) }.prefix(maximumCount)
      .compactMap { change in
        change.new.flatMap { $0.mode.isFile ? (path: change.path, id: $0.id) : nil }
      }
    guard !added.isEmpty else { return [] }
    let blobs = try await repository.blobs(
      added.map(\.id), limit: RecordReader.maximumSize
    ).bytes
    return added.compactMap { path, id in
      guard let bytes = blobs[id], RecordReader.isMeant(bytes) else { return nil }
      return finding(path, RecordReader.fileName(of: bytes))
    }
  }

  private static func isRead(_ path: String) -> Bool {
    if case .record = TreePlace(path) { true } else { false }
  }

  private static func finding(
    _ path: String, _ name: (policy: String, file: String)?
  ) -> Finding {
    let rule = RuleDescription.recordStray
    let place = name.map { "policies/signoffs/\($0.policy)/\($0.file)" }
    return Finding(
      rule.id, rule.severity(in: nil) ?? .warning, at: Location(file: path),
      "\(path) is a record, and nobody reads it there",
      explanation: "It counts for nothing.",
      help: place.map {
        "Add it as `\($0)`, in a commit of its reviewer that changes nothing else."
      }
        ?? "A record is policies/signoffs/ID/NAME.signoff: the page of the round has its name.")
  }
}
