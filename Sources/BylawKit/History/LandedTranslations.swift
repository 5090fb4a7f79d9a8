import PolicyHistory
import PolicyModel
import PolicyProjection

extension LandingWalk {
  /// The translations of a policy that are in the tree after a landing, and those that it removed.
  mutating func translate(
    _ id: String, _ landing: LandingTranslations?, _ judging: JudgingSettings?,
    _ touch: inout Touch
  ) {
    guard let judging else { return }
    for locale in judging.workspace.targetLocales {
      let path = Translation.path(of: id, in: locale.tag)
      guard let blob = tree.files[path],
        let snapshot = translations.snapshot(blob, of: id, in: locale.tag, judging, settings.blobs)
      else { continue }
      touch.translations.append(
        TranslationTouch(
          snapshot: snapshot,
          authors: landing.map { authors(of: path, blob, id, $0, judging) } ?? []))
    }
    touch.removedTranslations = landing?.removed[id] ?? []
  }

  /// Those who changed the file in this landing: in the commits that it merged, and in itself where none
  /// of them has just these bytes. Whoever changed it while it could not be read is among them.
  private mutating func authors(
    of path: String, _ blob: ObjectID, _ policy: String, _ landing: LandingTranslations,
    _ judging: JudgingSettings
  ) -> Set<String> {
    func touches(_ changes: [FileChange]) -> Bool { changes.contains { $0.path == path } }
    guard landing.paths.contains(path) else { return [] }
    var authors = unread.take(path, blob)
    var isMerged = false
    for side in sides[landing.git.commit] ?? [] where side.changes.allSatisfy(touches) {
      authors.formUnion(people(of: side, judging).authors(of: policy))
      isMerged =
        isMerged || side.changes.joined().contains { $0.path == path && $0.new?.id == blob }
    }
    return isMerged ? authors : authors.union(landing.people.authors(of: policy))
  }
}
