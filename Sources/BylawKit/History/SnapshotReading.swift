import CommonMark
import PolicyModel
import PolicyReading

/// Reads the text of a policy for what approval needs of it.
struct SnapshotReading: Sendable {
  /// All that a snapshot depends on, apart from the path.
  struct Key: Hashable, Sendable {
    var blob: ObjectID
    var headings: [PartKind: String]
    var isCommon: Bool
  }

  /// The id, which a file that cannot be read may still tell.
  var id: String?
  /// Its path is empty.
  var snapshot: PolicySnapshot?

  init(_ key: Key, _ bytes: [UInt8]?) {
    guard let bytes, bytes.count <= FileChecks.maximumSize else {
      self.init()
      return
    }
    self.init(
      key,
      of: PolicyReader(headings: HeadingTable(headings: key.headings)).read(
        SourceFile(path: "", text: SourceText(bytes)), as: key.isCommon ? .common : .policy))
  }

  private init() {}

  /// `reading` is what came of the text, wherever it stood.
  init(_ key: Key, of reading: PolicyReading) {
    guard let policy = reading.policy else {
      id = key.isCommon ? "common" : reading.claimedID
      return
    }
    id = policy.id
    snapshot = PolicySnapshot(
      of: policy, blob: key.blob,
      digests: ScopeDigest.all(of: policy), isCommon: key.isCommon)
    snapshot?.path = ""
  }
}
