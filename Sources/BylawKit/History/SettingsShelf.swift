import CommonMark
import PolicyHistory
import PolicyModel
import PolicyReading

/// The settings of the past, each read once.
struct SettingsShelf {
  private var workspaces: [ObjectID: Workspace?] = [:]
  private var signers: [ObjectID: [String: String]] = [:]
  let blobs: [ObjectID: [UInt8]]

  init(blobs: [ObjectID: [UInt8]]) { self.blobs = blobs }

  /// `nil` where they cannot be read: then nothing is approved.
  mutating func workspace(_ id: ObjectID?) -> Workspace? {
    guard let id else { return nil }
    if let known = workspaces[id] { return known }
    let workspace = blobs[id].flatMap { bytes in
      WorkspaceReader.read(
        SourceFile(path: "bylaw.yml", text: SourceText(bytes)), ignoresUnknownKeys: true
      ).workspace
    }
    workspaces[id] = .some(workspace)
    return workspace
  }

  mutating func judging(_ settings: ObjectID?, signers list: ObjectID?) -> JudgingSettings? {
    workspace(settings).map {
      JudgingSettings(workspace: $0, signers: reviewers(list), source: settings)
    }
  }

  /// All that these lists revoke, the last of which stands at the end of the line. While one that cannot
  /// be read stands there, every key counts as revoked; once it is mended, that is over.
  func revocations(_ lists: [ObjectID?]) -> Revocations {
    var all = Revocations()
    for list in lists {
      guard let list else {
        all.coversAll = false
        continue
      }
      let revoked = blobs[list].map { RevokedKeys.read($0).0 }
      all.keys.formUnion(revoked?.fingerprints ?? [])
      all.coversAll = revoked?.isDamaged ?? true
    }
    return all
  }

  /// The fingerprints that one list of revoked keys names.
  func listedRevocations(_ list: ObjectID?) -> Set<String> {
    list.flatMap { blobs[$0] }.map { RevokedKeys.read($0).0.fingerprints } ?? []
  }

  /// By the fingerprint of the key. A list that cannot be read lists nobody.
  private mutating func reviewers(_ list: ObjectID?) -> [String: String] {
    guard let list else { return [:] }
    if let known = signers[list] { return known }
    let reviewers =
      blobs[list].map { AllowedSigners.read($0).0.reviewersByFingerprint } ?? [:]
    signers[list] = reviewers
    return reviewers
  }
}
