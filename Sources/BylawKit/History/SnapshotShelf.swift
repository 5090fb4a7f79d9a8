import PolicyHistory
import PolicyModel

/// Snapshots of every text that a history holds, each read once, on all cores.
struct SnapshotShelf {
  private var readings: [SnapshotReading.Key: SnapshotReading] = [:]
  private let blobs: [ObjectID: [UInt8]]

  /// `working` are texts that were read already.
  init(
    _ keys: Set<SnapshotReading.Key>, blobs: [ObjectID: [UInt8]], working: WorkingTexts? = nil
  ) async {
    self.blobs = blobs
    let all = Array(keys)
    let read = await concurrentMap(all) { key in
      working?.reading(key).map { SnapshotReading(key, of: $0) }
        ?? SnapshotReading(key, blobs[key.blob])
    }
    readings = Dictionary(uniqueKeysWithValues: zip(all, read))
  }

  /// Reads what was not foreseen, such as a text under headings that were renamed since.
  mutating func reading(_ key: SnapshotReading.Key) -> SnapshotReading {
    if let known = readings[key] { return known }
    let reading = SnapshotReading(key, blobs[key.blob])
    readings[key] = reading
    return reading
  }

  /// A text of the policy that says what was signed, in each of these scopes.
  func text(of policy: String, saying signOff: SignOff, _ scopes: [Scope]) -> PolicySnapshot? {
    let fitting = readings.values.compactMap(\.snapshot).filter { snapshot in
      snapshot.id == policy
        && scopes.allSatisfy { snapshot.digests[$0] == signOff.digest(of: $0.rawValue) }
    }
    return fitting.min { $0.blob < $1.blob }
  }

  mutating func snapshot(_ key: SnapshotReading.Key, at path: String) -> PolicySnapshot? {
    var snapshot = reading(key).snapshot
    snapshot?.path = path
    return snapshot
  }
}
