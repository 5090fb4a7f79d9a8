import CommonMark
import PolicyHistory
import PolicyModel
import PolicyReading

/// The policy files of a working tree as they were read, and the blobs that hold the same bytes: what
/// is committed so need not be read again.
struct WorkingTexts: Sendable {
  let files: PolicyFiles
  private let headings: [PartKind: String]
  /// By path, of the files that could be read.
  private let blobs: [String: ObjectID]
  private let readings: [ObjectID: PolicyReading]

  init(_ folder: WorkspaceFolder, _ repository: GitRepository) async {
    files = await PolicyFiles.load(folder)
    headings = folder.settings.headings
    let known = files.readings.filter { $0.policy != nil }
    let common = [files.common].compactMap(\.self).filter { $0.policy != nil }
    let ids = await concurrentMap(known + common) { repository.blobID(of: $0.source.text.bytes) }
    let pairs = zip(known + common, ids).compactMap { reading, id in id.map { (reading, $0) } }
    blobs = Dictionary(pairs.map { ($0.source.path, $1) }) { first, _ in first }
    readings = Dictionary(zip(known, ids).compactMap { reading, id in id.map { ($0, reading) } }) {
      first, _ in first
    }
  }

  /// The blob with the bytes of a file; `nil` where it could not be read.
  func blob(at path: String) -> ObjectID? { blobs[path] }

  func bytes(of blob: ObjectID) -> [UInt8]? { readings[blob]?.source.text.bytes }

  /// What was read of a policy, under the same headings.
  func reading(_ key: SnapshotReading.Key) -> PolicyReading? {
    key.isCommon || key.headings != headings ? nil : readings[key.blob]
  }
}

extension GitRepository {
  /// The bytes of texts that are not too large; those that were read already are not asked for again.
  func texts(
    _ ids: Set<ObjectID>, known: WorkingTexts?
  ) async throws -> [ObjectID: [UInt8]] {
    var texts: [ObjectID: [UInt8]] = [:]
    for id in ids { texts[id] = known?.bytes(of: id) }
    let rest = ids.filter { texts[$0] == nil }
    texts.merge(try await blobs(rest, limit: FileChecks.maximumSize).bytes) { first, _ in first }
    return texts
  }
}
