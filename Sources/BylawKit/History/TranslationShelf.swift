import CommonMark
import PolicyHistory
import PolicyModel
import PolicyReading

/// Snapshots of the translations that a history holds, each read once.
struct TranslationShelf {
  private struct Key: Hashable {
    var blob: ObjectID
    var path: String
    var settings: ObjectID?
  }

  private var snapshots: [Key: TranslationSnapshot?] = [:]

  /// `nil` for a text that cannot be read, that is not what its place says, or in a language that the
  /// settings do not have.
  mutating func snapshot(
    _ blob: ObjectID, of policy: String, in locale: String, _ judging: JudgingSettings,
    _ blobs: [ObjectID: [UInt8]]
  ) -> TranslationSnapshot? {
    let path = Translation.path(of: policy, in: locale)
    let key = Key(blob: blob, path: path, settings: judging.source)
    if let known = snapshots[key] { return known }
    let snapshot = Self.translation(blobs[blob], at: path, in: judging.workspace).flatMap {
      $0.id == policy && $0.locale.value == locale
        ? TranslationSnapshot(of: $0, blob: blob) : nil
    }
    snapshots[key] = .some(snapshot)
    return snapshot
  }

  /// A text with an error is no translation.
  static func translation(
    _ bytes: [UInt8]?, at path: String, in workspace: Workspace
  ) -> Translation? {
    guard let bytes, bytes.count <= FileChecks.maximumSize else { return nil }
    let reading = TranslationReader(workspace: workspace).read(
      SourceFile(path: path, text: SourceText(bytes)))
    guard let translation = reading.translation, !reading.findings.hasErrors,
      workspace.targetLocale(translation.locale.value) != nil
    else { return nil }
    return translation
  }
}

extension TranslationSnapshot {
  init(of translation: Translation, blob: ObjectID) {
    self.init(
      locale: translation.locale.value, path: translation.words.source.path, blob: blob,
      digest: ScopeDigest(of: translation).description, origin: translation.originDigests)
  }
}
