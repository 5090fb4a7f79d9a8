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

  /// All that these lists revoke. One that cannot be read revokes every key.
  func revocations(_ lists: some Sequence<ObjectID>) -> Revocations {
    var all = Revocations()
    for list in lists {
      guard let bytes = blobs[list] else {
        all.coversAll = true
        continue
      }
      let revoked = RevokedKeys.read(bytes).0
      all.formUnion(Revocations(keys: revoked.fingerprints, coversAll: revoked.isDamaged))
    }
    return all
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
